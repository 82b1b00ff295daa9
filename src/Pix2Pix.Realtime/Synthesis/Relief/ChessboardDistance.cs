using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>For each pixel, how many moves a chess king needs to the nearest pixel of some classes: frames around a rectangle have square corners.</summary>
internal static class ChessboardDistance
{
    private const short Far = 1 << 13;

    public static short[] To(LabelMap labels, Func<FacadeClass, bool> isTarget)
    {
        Span<bool> targets = stackalloc bool[256];
        for (var id = 0; id < targets.Length; id++)
        {
            targets[id] = isTarget((FacadeClass)id);
        }

        var (w, h, ids) = (labels.Width, labels.Height, labels.Ids);
        var distance = new short[w * h];
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = targets[ids[i]] ? (short)0 : Far;
        }

        // Down and to the right, then back: a pixel is one move farther than its nearest neighbour.
        for (var y = 0; y < h; y++)
        {
            var row = distance.AsSpan(y * w, w);
            NearRow(row, y > 0 ? distance.AsSpan((y - 1) * w, w) : row);
            for (var x = 1; x < w; x++)
            {
                row[x] = Math.Min(row[x], (short)(row[x - 1] + 1));
            }
        }

        for (var y = h - 1; y >= 0; y--)
        {
            var row = distance.AsSpan(y * w, w);
            NearRow(row, y < h - 1 ? distance.AsSpan((y + 1) * w, w) : row);
            for (var x = w - 2; x >= 0; x--)
            {
                row[x] = Math.Min(row[x], (short)(row[x + 1] + 1));
            }
        }

        return distance;
    }

    private static void NearRow(Span<short> row, ReadOnlySpan<short> other)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var nearest = Math.Min(other[x], Math.Min(other[Math.Max(x - 1, 0)], other[Math.Min(x + 1, row.Length - 1)]));
            row[x] = Math.Min(row[x], (short)Math.Min(nearest + 1, Far));
        }
    }
}
