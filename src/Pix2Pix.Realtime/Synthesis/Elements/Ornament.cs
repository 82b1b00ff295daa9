using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>Carved ornament as a height, 0..1: leaves and scrolls that mirror about the middle, around a boss.</summary>
internal static class Ornament
{
    /// <param name="x">-1..1 from the left side to the right one, or several such fields in a row.</param>
    /// <param name="y">-1..1 from the top to the bottom.</param>
    /// <param name="salt">Decides what is carved.</param>
    public static float At(float x, float y, uint salt)
    {
        var side = MathF.Abs(x);
        var leaf = ValueNoise.At((side * 3.1f) + (y * 0.6f), y * 3.1f, salt);
        var vein = ValueNoise.At(side * 6.3f, (y * 6.3f) - side, salt + 1);
        var scroll = 1 - MathF.Abs((2 * leaf) - 1);
        var radius = MathF.Sqrt((x * x) + (y * y));
        var boss = Tone.Ramp(0.42f, 0.3f, radius);
        var petals = radius > 0 ? 1 - (4 * x * x * y * y / (radius * radius * radius * radius)) : 1;
        var frame = Tone.Ramp(1, 0.8f, MathF.Max(side, MathF.Abs(y)));
        return frame * Tone.Clamp((boss * (0.6f + (0.4f * petals * radius * 2.4f))) + ((1 - boss) * ((scroll * scroll * 0.75f) + (vein * 0.25f))));
    }

    /// <summary>Where a place lies in a row of fields as square as can be: -1..1.</summary>
    public static float Tile(float share, float along, float across)
    {
        var tiles = share * MathF.Max(1, MathF.Floor((along / across) + 0.4f));
        return ((tiles - MathF.Floor(tiles)) * 2) - 1;
    }
}
