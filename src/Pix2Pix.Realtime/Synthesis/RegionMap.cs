using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>What each pixel needs to know of the region it lies in: the region's box, and how far its edge is in the four directions.</summary>
/// <remarks>A region is a set of pixels of one class that hang together by their sides.</remarks>
internal sealed class RegionMap
{
    /// <summary>A region that runs out of the picture has no edge there.</summary>
    private const int BeyondPicture = 1 << 14;

    private readonly LabelMap labels;
    private readonly int[] region;
    private readonly List<PixelRect> boxes = [];
    private readonly int[] left, right, above, below;

    public RegionMap(LabelMap labels)
    {
        this.labels = labels;
        region = new int[labels.Ids.Length];
        left = Runs(1, 0);
        right = Runs(-1, 0);
        above = Runs(0, 1);
        below = Runs(0, -1);
        Array.Fill(region, -1);
        var pending = new Stack<int>();
        for (var i = 0; i < region.Length; i++)
        {
            if (region[i] < 0)
            {
                boxes.Add(Flood(i, pending));
            }
        }
    }

    public Fragment At(int x, int y)
    {
        var i = (y * labels.Width) + x;
        return new Fragment(x, y, boxes[region[i]], left[i], right[i], above[i], below[i]);
    }

    /// <summary>For each pixel, how many pixels of its class lie before it without a gap, walking in one direction.</summary>
    private int[] Runs(int dx, int dy)
    {
        var (w, h, ids) = (labels.Width, labels.Height, labels.Ids);
        var runs = new int[ids.Length];
        var step = dx + (dy * w);
        for (var n = 0; n < ids.Length; n++)
        {
            var i = step > 0 ? n : ids.Length - 1 - n;
            var (x, y) = (i % w - dx, i / w - dy);
            runs[i] = x < 0 || x >= w || y < 0 || y >= h ? BeyondPicture : ids[i - step] == ids[i] ? runs[i - step] + 1 : 0;
        }

        return runs;
    }

    private PixelRect Flood(int start, Stack<int> pending)
    {
        var (w, ids, number) = (labels.Width, labels.Ids, boxes.Count);
        var (x0, y0, x1, y1) = (int.MaxValue, int.MaxValue, 0, 0);
        Visit(start);
        while (pending.TryPop(out var i))
        {
            var (x, y) = (i % w, i / w);
            (x0, y0, x1, y1) = (Math.Min(x0, x), Math.Min(y0, y), Math.Max(x1, x + 1), Math.Max(y1, y + 1));
            if (x > 0) { Visit(i - 1); }
            if (x + 1 < w) { Visit(i + 1); }
            if (y > 0) { Visit(i - w); }
            if (y + 1 < labels.Height) { Visit(i + w); }
        }

        return PixelRect.FromEdges(x0, y0, x1, y1);

        void Visit(int i)
        {
            if (region[i] < 0 && ids[i] == ids[start])
            {
                region[i] = number;
                pending.Push(i);
            }
        }
    }
}
