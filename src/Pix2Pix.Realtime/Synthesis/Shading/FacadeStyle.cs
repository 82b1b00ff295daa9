using System.Numerics;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>The paint, the materials and the light of one house.</summary>
/// <remarks>
/// Labels do not tell the paint, so a generator learns its average: all houses share a family of warm tones whose average is itself
/// a colour that one would paint a house in.
/// </remarks>
internal sealed record FacadeStyle
{
    public required Vector3 Wall { get; init; }

    public required Vector3 Stone { get; init; }

    public required Vector3 Frame { get; init; }

    public required Vector3 Door { get; init; }

    public required Vector3 Shutter { get; init; }

    public required Vector3 Awning { get; init; }

    public required Vector3 Iron { get; init; }

    /// <summary>Whether the wall is of brick; else it is stucco scored like ashlar.</summary>
    public required bool Brick { get; init; }

    /// <summary>How strongly the joints of the courses show, 0..1.</summary>
    public required float Joints { get; init; }

    /// <summary>How strongly neighbouring bricks differ.</summary>
    public required float Mottle { get; init; }

    /// <summary>How much weather has run down the wall, 0..1.</summary>
    public required float Weather { get; init; }

    /// <summary>Columns that a shadow moves to the right per row that it falls.</summary>
    public required float SunSlope { get; init; }

    /// <summary>How dark a cast shadow is, 0..1.</summary>
    public required float Shade { get; init; }

    /// <summary>The light's colour and the exposure, as a factor.</summary>
    public required Vector3 Light { get; init; }

    public required uint Salt { get; init; }

    public static FacadeStyle Choose(Dice dice)
    {
        var wall = dice.Pick(
            Tone.Of(0.87f, 0.74f, 0.53f), Tone.Of(0.89f, 0.78f, 0.60f), Tone.Of(0.85f, 0.68f, 0.50f),
            Tone.Of(0.82f, 0.62f, 0.48f), Tone.Of(0.86f, 0.71f, 0.58f), Tone.Of(0.80f, 0.69f, 0.52f));
        var brick = dice.Chance(0.2f);
        return new FacadeStyle
        {
            Wall = Vary(brick ? Tone.Mix(wall, Tone.Of(0.72f, 0.46f, 0.35f), 0.6f) : wall, dice, 0.03f),
            Stone = Vary(Tone.Of(0.93f, 0.88f, 0.78f), dice, 0.02f),
            Frame = Vary(Tone.Of(0.96f, 0.94f, 0.89f), dice, 0.02f),
            Door = Vary(dice.Pick(Tone.Of(0.45f, 0.25f, 0.13f), Tone.Of(0.50f, 0.29f, 0.15f), Tone.Of(0.40f, 0.20f, 0.12f)), dice, 0.03f),
            Shutter = Vary(Tone.Of(0.36f, 0.50f, 0.42f), dice, 0.04f),
            Awning = Vary(Tone.Of(0.68f, 0.17f, 0.14f), dice, 0.04f),
            Iron = Vary(Tone.Of(0.13f, 0.13f, 0.15f), dice, 0.02f),
            Brick = brick,
            Joints = brick ? dice.Between(0.7f, 1) : dice.Between(0.15f, 0.6f),
            Mottle = brick ? dice.Between(0.05f, 0.08f) : dice.Between(0.005f, 0.02f),
            Weather = dice.Unit(),
            SunSlope = dice.Between(0.35f, 0.8f),
            Shade = dice.Between(0.38f, 0.55f),
            Light = Vary(Tone.Of(1, 0.99f, 0.97f) * dice.Between(0.95f, 1.05f), dice, 0.015f),
            Salt = unchecked((uint)dice.Next()),
        };
    }

    private static Vector3 Vary(Vector3 tone, Dice dice, float by) =>
        tone + Tone.Of(dice.Between(-by, by), dice.Between(-by, by), dice.Between(-by, by));
}
