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

        var (w, h) = (labels.Width, labels.Height);
        var distance = new short[w * h];
        for (var y = 0; y < h; y++)
        {
            for (var x = 0; x < w; x++)
            {
                var i = (y * w) + x;
                var nearest = x > 0 ? distance[i - 1] : Far;
                for (var dx = -1; y > 0 && dx <= 1; dx++)
                {
                    nearest = (uint)(x + dx) < (uint)w ? Math.Min(nearest, distance[i - w + dx]) : nearest;
                }

                distance[i] = targets[labels.Ids[i]] ? (short)0 : (short)Math.Min(nearest + 1, Far);
            }
        }

        for (var y = h - 1; y >= 0; y--)
        {
            for (var x = w - 1; x >= 0; x--)
            {
                var i = (y * w) + x;
                var nearest = x + 1 < w ? distance[i + 1] : Far;
                for (var dx = -1; y + 1 < h && dx <= 1; dx++)
                {
                    nearest = (uint)(x + dx) < (uint)w ? Math.Min(nearest, distance[i + w + dx]) : nearest;
                }

                distance[i] = (short)Math.Min(distance[i], nearest + 1);
            }
        }

        return distance;
    }
}
