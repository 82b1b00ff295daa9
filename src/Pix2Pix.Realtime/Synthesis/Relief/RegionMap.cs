using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>For each pixel: its region, and the distance to the region's edge in the four directions.</summary>
internal sealed class RegionMap
{
    /// <summary>A region that runs out of the picture has no edge there, except below: what reaches the bottom stands on it.</summary>
    private const short BeyondPicture = 1 << 12;

    private readonly LabelMap _labels;
    private readonly uint _salt;
    private readonly int[] _region;
    private readonly Region[] _regions;
    private readonly short[] _left, _right, _above, _below;
    private readonly short[] _opening;

    public RegionMap(LabelMap labels, uint salt)
    {
        (_labels, _salt) = (labels, salt);
        Pixel = 256f / Math.Min(labels.Width, labels.Height);
        (_left, _right) = AlongRows(labels);
        (_above, _below) = (AlongColumns(labels, isDown: true), AlongColumns(labels, isDown: false));
        _opening = ChessboardDistance.To(labels, IsOpening);
        (_region, var boxes) = ConnectedRegions.Of(labels);
        _regions = [.. boxes.Select(Measure)];
    }

    /// <summary>The size of a pixel, in units.</summary>
    public float Pixel { get; }

    public IReadOnlyList<Region> Regions => _regions;

    public Fragment At(int x, int y)
    {
        var i = (y * _labels.Width) + x;
        var (left, right, above, below) = (_left[i], _right[i], _above[i], _below[i]);
        return new Fragment(
            (x + 0.5f) * Pixel, (y + 0.5f) * Pixel, _regions[_region[i]],
            (left + 0.5f) * Pixel, (right + 0.5f) * Pixel, (above + 0.5f) * Pixel, (below + 0.5f) * Pixel,
            _opening[i] * Pixel, ClassAt(x - left - 1, y), ClassAt(x + right + 1, y), ClassAt(x, y - above - 1), ClassAt(x, y + below + 1), Pixel);
    }

    public static bool IsOpening(FacadeClass of) => of is FacadeClass.Window or FacadeClass.Door or FacadeClass.Blind or FacadeClass.Shop;

    private FacadeClass? ClassAt(int x, int y) => x < 0 || y < 0 || x >= _labels.Width || y >= _labels.Height ? null : (FacadeClass)_labels[x, y];

    private Region Measure(RegionBox box)
    {
        var (mx, my) = ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
        var seed = ValueNoise.Hash((int)(mx * Pixel / 3), (int)(my * Pixel / 3), _salt);
        return new Region(
            box.Of, box.Left * Pixel, box.Top * Pixel, (box.Right - box.Left) * Pixel, (box.Bottom - box.Top) * Pixel,
            ClassAt(box.Left - 1, my), ClassAt(box.Right, my), ClassAt(mx, box.Top - 1), ClassAt(mx, box.Bottom), seed);
    }

    /// <summary>For each pixel, how many pixels of its class lie left and right of it without a gap.</summary>
    private static (short[] Left, short[] Right) AlongRows(LabelMap labels)
    {
        var (w, ids) = (labels.Width, labels.Ids);
        var (left, right) = (new short[ids.Length], new short[ids.Length]);
        for (var start = 0; start < ids.Length; start += w)
        {
            (left[start], right[start + w - 1]) = (BeyondPicture, BeyondPicture);
            for (var i = start + 1; i < start + w; i++)
            {
                left[i] = ids[i - 1] == ids[i] ? (short)(left[i - 1] + 1) : (short)0;
            }

            for (var i = start + w - 2; i >= start; i--)
            {
                right[i] = ids[i + 1] == ids[i] ? (short)(right[i + 1] + 1) : (short)0;
            }
        }

        return (left, right);
    }

    /// <summary>For each pixel, how many pixels of its class lie above it without a gap; or below it.</summary>
    private static short[] AlongColumns(LabelMap labels, bool isDown)
    {
        var (w, h, ids) = (labels.Width, labels.Height, labels.Ids);
        var runs = new short[ids.Length];
        if (isDown)
        {
            runs.AsSpan(0, w).Fill(BeyondPicture);
        }

        for (var row = 1; row < h; row++)
        {
            var start = (isDown ? row : h - 1 - row) * w;
            var before = start + (isDown ? -w : w);
            for (var x = 0; x < w; x++)
            {
                runs[start + x] = ids[before + x] == ids[start + x] ? (short)(runs[before + x] + 1) : (short)0;
            }
        }

        return runs;
    }
}
