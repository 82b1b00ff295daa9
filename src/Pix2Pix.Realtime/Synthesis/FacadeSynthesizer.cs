using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis.Shading;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>Draws facades with exact labels from nothing but a number, so that training can start without any data set.</summary>
/// <remarks>
/// The label map comes first, then the picture as a function of it: what a class looks like follows from the shape of its label, as it
/// will for a user who paints. Integers, IEEE additions, multiplications, divisions and roots only: the same bytes on every machine.
/// </remarks>
public static class FacadeSynthesizer
{
    /// <summary>People begin with an empty canvas, single strokes and half a house; a generator that has only seen finished facades fails there.</summary>
    private const float BeginnerShare = 0.3f;

    /// <summary>Draws what an empty canvas stands for, background alone: the same for every house.</summary>
    public static PixelImage DrawEmpty(int width, int height) =>
        FacadePainter.Paint(new LabelMap(width, height, (byte)FacadeClass.Background), FacadeStyle.Choose(new Dice(0)));

    /// <summary>Draws one pair. Thread-safe; equal arguments give equal bytes.</summary>
    /// <param name="seed">Any number; each gives another house.</param>
    /// <param name="width">Pixels, at least 1; made for 128 and more.</param>
    /// <param name="height">Pixels, at least 1; made for 128 and more.</param>
    public static SyntheticPair Draw(ulong seed, int width, int height)
    {
        var dice = new Dice(seed);
        var (layout, look) = (dice.Fork(), dice.Fork());
        var sketch = new LabelSketch(width, height);
        if (layout.Chance(BeginnerShare))
        {
            BeginnerSketch.Draw(sketch, layout);
        }
        else
        {
            FacadeGrammar.Draw(sketch, layout);
        }

        var labels = sketch.Map;
        return new SyntheticPair(FacadePainter.Paint(labels, FacadeStyle.Choose(look)), labels);
    }
}
