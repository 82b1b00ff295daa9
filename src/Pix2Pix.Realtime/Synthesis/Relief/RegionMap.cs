using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>For each pixel: its region, and the distance to the region's edge in the four directions.</summary>
internal sealed class RegionMap
{
    /// <summary>A region that runs out of the picture has no edge there.</summary>
    private const int BeyondPicture = 1 << 12;

    private readonly LabelMap _labels;
    private readonly uint _salt;
    private readonly int[] _region;
    private readonly List<Region> _regions = [];
    private readonly short[] _left, _right, _above, _below;
    private readonly short[] _opening;

    public RegionMap(LabelMap labels, uint salt)
    {
        (_labels, _salt) = (labels, salt);
        Pixel = 256f / Math.Min(labels.Width, labels.Height);
        _region = new int[labels.Ids.Length];
        (_left, _right, _above, _below) = (Runs(1, 0), Runs(-1, 0), Runs(0, 1), Runs(0, -1));
        _opening = ChessboardDistance.To(labels, IsOpening);
        Array.Fill(_region, -1);
        var pending = new Stack<int>();
        for (var i = 0; i < _region.Length; i++)
        {
            if (_region[i] < 0)
            {
                _regions.Add(Flood(i, pending));
            }
        }
    }

    /// <summary>The size of a pixel, in units.</summary>
    public float Pixel { get; }

    public IReadOnlyList<Region> Regions => _regions;

    public Fragment At(int x, int y)
    {
        var i = (y * _labels.Width) + x;
        var (left, right, above, below) = (_left[i], _right[i], _above[i], _below[i]);
        return new Fragment(
            (x + 0.5f) * Pixel, (y + 0.5f) * Pixel, _regions[_region[i]], (left + 0.5f) * Pixel, (right + 0.5f) * Pixel, (above + 0.5f) * Pixel, (below + 0.5f) * Pixel,
            _opening[i] * Pixel, ClassAt(x - left - 1, y), ClassAt(x + right + 1, y), ClassAt(x, y - above - 1), ClassAt(x, y + below + 1), Pixel);
    }

    public static bool IsOpening(FacadeClass of) => of is FacadeClass.Window or FacadeClass.Door or FacadeClass.Blind or FacadeClass.Shop;

    private FacadeClass? ClassAt(int x, int y) => x < 0 || y < 0 || x >= _labels.Width || y >= _labels.Height ? null : (FacadeClass)_labels[x, y];

    /// <summary>For each pixel, how many pixels of its class lie before it without a gap, walking in one direction.</summary>
    private short[] Runs(int dx, int dy)
    {
        var (w, h, ids) = (_labels.Width, _labels.Height, _labels.Ids);
        var runs = new short[ids.Length];
        var step = dx + (dy * w);
        for (var row = 0; row < h; row++)
        {
            var y = dy < 0 ? h - 1 - row : row;
            for (var column = 0; column < w; column++)
            {
                var x = dx < 0 ? w - 1 - column : column;
                var i = (y * w) + x;
                var isFirst = dx != 0 ? column == 0 : row == 0;
                runs[i] = isFirst ? (short)BeyondPicture : ids[i - step] == ids[i] ? (short)Math.Min(runs[i - step] + 1, short.MaxValue) : (short)0;
            }
        }

        return runs;
    }

    private Region Flood(int start, Stack<int> pending)
    {
        var (w, ids, number) = (_labels.Width, _labels.Ids, _regions.Count);
        var (x0, y0, x1, y1) = (int.MaxValue, int.MaxValue, 0, 0);
        Visit(start);
        while (pending.TryPop(out var i))
        {
            var y = i / w;
            var x = i - (y * w);
            (x0, y0, x1, y1) = (Math.Min(x0, x), Math.Min(y0, y), Math.Max(x1, x + 1), Math.Max(y1, y + 1));
            if (x > 0) { Visit(i - 1); }
            if (x + 1 < w) { Visit(i + 1); }
            if (y > 0) { Visit(i - w); }
            if (y + 1 < _labels.Height) { Visit(i + w); }
        }

        var (mx, my) = ((x0 + x1) / 2, (y0 + y1) / 2);
        var seed = ValueNoise.Hash((int)(mx * Pixel / 3), (int)(my * Pixel / 3), _salt);
        return new Region(
            (FacadeClass)ids[start], x0 * Pixel, y0 * Pixel, (x1 - x0) * Pixel, (y1 - y0) * Pixel, ClassAt(x0 - 1, my), ClassAt(x1, my), ClassAt(mx, y0 - 1), ClassAt(mx, y1), seed);

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
