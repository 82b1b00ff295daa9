using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Shading;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>For each pixel: the bounding box of its region, and the distance to the region's edge in the four directions.</summary>
/// <remarks>A region is a set of pixels of one class that hang together by their sides.</remarks>
internal sealed class RegionMap
{
    /// <summary>A region that runs out of the picture has no edge there.</summary>
    private const int BeyondPicture = 1 << 14;

    private readonly LabelMap _labels;
    private readonly int[] _region;
    private readonly List<PixelRect> _boxes = [];
    private readonly int[] _left, _right, _above, _below;

    public RegionMap(LabelMap labels)
    {
        _labels = labels;
        _region = new int[labels.Ids.Length];
        _left = Runs(1, 0);
        _right = Runs(-1, 0);
        _above = Runs(0, 1);
        _below = Runs(0, -1);
        Array.Fill(_region, -1);
        var pending = new Stack<int>();
        for (var i = 0; i < _region.Length; i++)
        {
            if (_region[i] < 0)
            {
                _boxes.Add(Flood(i, pending));
            }
        }
    }

    public Fragment At(int x, int y)
    {
        var i = (y * _labels.Width) + x;
        var (roof, floor) = (ClassAt(x, y - _above[i] - 1), ClassAt(x, y + _below[i] + 1));
        return new Fragment(x, y, _boxes[_region[i]], _left[i], _right[i], _above[i], _below[i], roof, floor);
    }

    private FacadeClass? ClassAt(int x, int y) => y < 0 || y >= _labels.Height ? null : (FacadeClass)_labels[x, y];

    /// <summary>For each pixel, how many pixels of its class lie before it without a gap, walking in one direction.</summary>
    private int[] Runs(int dx, int dy)
    {
        var (w, h, ids) = (_labels.Width, _labels.Height, _labels.Ids);
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
        var (w, ids, number) = (_labels.Width, _labels.Ids, _boxes.Count);
        var (x0, y0, x1, y1) = (int.MaxValue, int.MaxValue, 0, 0);
        Visit(start);
        while (pending.TryPop(out var i))
        {
            var (x, y) = (i % w, i / w);
            (x0, y0, x1, y1) = (Math.Min(x0, x), Math.Min(y0, y), Math.Max(x1, x + 1), Math.Max(y1, y + 1));
            if (x > 0) { Visit(i - 1); }
            if (x + 1 < w) { Visit(i + 1); }
            if (y > 0) { Visit(i - w); }
            if (y + 1 < _labels.Height) { Visit(i + w); }
        }

        return PixelRect.FromEdges(x0, y0, x1, y1);

        void Visit(int i)
        {
            if (_region[i] < 0 && ids[i] == ids[start])
            {
                _region[i] = number;
                pending.Push(i);
            }
        }
    }
}
