using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>Writing on a sign that is too far to be read: strokes of letters, in words.</summary>
internal static class Lettering
{
    /// <summary>How much of a pixel is written on, 0..1.</summary>
    /// <param name="x">From the sign's left side, in units.</param>
    /// <param name="v">0..1 down the sign.</param>
    /// <param name="high">The sign's height, in units.</param>
    /// <param name="seed">Decides what is written.</param>
    /// <param name="pixel">The pixel's size.</param>
    public static float At(float x, float v, float high, uint seed, float pixel)
    {
        var size = high * 0.5f;
        var pitch = size * 0.72f;
        var letter = (int)MathF.Floor(x / pitch);
        var line = (v - 0.26f) / 0.5f;
        if (line is < 0 or > 1 || letter < 1 || ValueNoise.Cell(letter, 1, seed) < 0.16f)
        {
            return 0;
        }

        var u = Pattern.Fraction(x, pitch) / 0.8f;
        if (u > 1)
        {
            return 0;
        }

        var half = MathF.Max(size * 0.075f, pixel * 0.4f);
        var wide = pitch * 0.8f;
        // A letter is some of seven strokes: three rows, four posts.
        var ink = 0f;
        for (var stroke = 0; stroke < 3; stroke++)
        {
            var row = Pattern.Line((line - (stroke * 0.46f) - 0.04f) * size, half, pixel);
            ink = ValueNoise.Cell(letter, 10 + stroke, seed) < 0.55f ? MathF.Max(ink, row) : ink;
        }

        for (var post = 0; post < 4; post++)
        {
            var isUpper = post < 2;
            var inRow = isUpper ? line < 0.54f : line > 0.46f;
            var column = Pattern.Line((u - (post % 2 * 0.84f) - 0.08f) * wide, half, pixel);
            ink = inRow && ValueNoise.Cell(letter, 20 + post, seed) < 0.62f ? MathF.Max(ink, column) : ink;
        }

        return ink;
    }
}
