using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Plans;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>Draws facades with exact labels from nothing but a number, so that training can start without any data set.</summary>
/// <remarks>
/// The label map comes first, then the picture as a function of it and of a look: what a class looks like follows from the shape of its label, as it
/// will for a user who paints. Integers, IEEE additions, multiplications, divisions and roots only: the same bytes on every machine.
/// </remarks>
public static class FacadeSynthesizer
{
    /// <summary>People begin with an empty canvas, single strokes and half a house; a generator that has only seen finished facades fails there.</summary>
    private const float BeginnerShare = 0.3f;

    /// <summary>Draws what an empty canvas stands for, background alone: the same for every house.</summary>
    public static PixelImage DrawEmpty(int width, int height) =>
        FacadeRenderer.Render(new LabelMap(width, height, (byte)FacadeClass.Background), new FacadeLook());

    /// <summary>Draws one pair. Any thread; equal arguments give equal bytes.</summary>
    /// <param name="seed">Any number; each gives another house.</param>
    /// <param name="width">Pixels, at least 1; made for 64 to 1024.</param>
    /// <param name="height">Pixels, at least 1; made for 64 to 1024.</param>
    public static SyntheticPair Draw(ulong seed, int width, int height)
    {
        var (labels, look) = Plan(seed, width, height);
        return new SyntheticPair(FacadeRenderer.Render(labels, look), labels, look);
    }

    /// <summary>The labels of a seed's pair alone: as <see cref="Draw"/> gives them, in a fraction of the time.</summary>
    public static LabelMap DrawLabels(ulong seed, int width, int height) => Plan(seed, width, height).Labels;

    /// <summary>The look of a seed's pair alone: as <see cref="Draw"/> gives it, in a fraction of the time.</summary>
    public static FacadeLook DrawLook(ulong seed, int width, int height) => Plan(seed, width, height).Look;

    private static bool IsOrnate(LabelMap labels) =>
        labels.Ids.AsSpan().ContainsAny((byte)FacadeClass.Cornice, (byte)FacadeClass.Deco, (byte)FacadeClass.Pillar);

    private static (LabelMap Labels, FacadeLook Look) Plan(ulong seed, int width, int height)
    {
        var dice = new Dice(seed);
        var (layout, look) = (dice.Fork(), dice.Next());
        var sketch = new LabelSketch(width, height);
        if (layout.Chance(BeginnerShare))
        {
            BeginnerSketch.Draw(sketch, layout);
        }
        else
        {
            FacadeGrammar.Draw(sketch, layout);
        }

        return (sketch.Map, LookDice.Draw(look, IsOrnate(sketch.Map)));
    }
}
