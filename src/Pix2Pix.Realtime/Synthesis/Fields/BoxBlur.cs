using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Fields;

/// <summary>The mean over a square around each pixel; beyond the picture its edge repeats. Its time doesn't depend on the radius.</summary>
internal static class BoxBlur
{
    /// <param name="from">Read only.</param>
    /// <param name="radius">Pixels on each side of the middle one, at least 0.</param>
    public static Field Of(Field from, int radius)
    {
        var rows = new Field(from.Width, from.Height);
        for (var y = 0; y < from.Height; y++)
        {
            AlongRow(from.Row(y), rows.Row(y), radius);
        }

        return AlongColumns(rows, radius);
    }

    private static void AlongRow(ReadOnlySpan<float> from, Span<float> to, int radius)
    {
        var (last, scale) = (from.Length - 1, 1f / ((2 * radius) + 1));
        var sum = 0f;
        for (var x = -radius; x <= radius; x++)
        {
            sum += from[Math.Clamp(x, 0, last)];
        }

        for (var x = 0; x < to.Length; x++)
        {
            to[x] = sum * scale;
            sum += from[Math.Min(x + radius + 1, last)] - from[Math.Max(x - radius, 0)];
        }
    }

    private static Field AlongColumns(Field from, int radius)
    {
        var to = new Field(from.Width, from.Height);
        var (last, scale) = (from.Height - 1, 1f / ((2 * radius) + 1));
        var sums = new float[from.Width];
        for (var y = -radius; y <= radius; y++)
        {
            Add(sums, from.Row(Math.Clamp(y, 0, last)), 1);
        }

        for (var y = 0; y <= last; y++)
        {
            var row = to.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = sums[x] * scale;
            }

            Add(sums, from.Row(Math.Min(y + radius + 1, last)), 1);
            Add(sums, from.Row(Math.Max(y - radius, 0)), -1);
        }

        return to;
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> row, float sign)
    {
        var x = 0;
        for (; x <= sums.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            (new Vector<float>(sums[x..]) + (new Vector<float>(row[x..]) * sign)).CopyTo(sums[x..]);
        }

        for (; x < sums.Length; x++)
        {
            sums[x] += row[x] * sign;
        }
    }
}
