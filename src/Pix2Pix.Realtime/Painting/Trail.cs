using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>A stroke along the pointer's way. It only grows: nothing but its newest part, which may still bend, is painted again. Thread contract: the canvas's thread.</summary>
internal sealed class Trail(Painter painter)
{
    /// <summary>The canvas without the newest part.</summary>
    private readonly LabelMap _settled = new(painter.Canvas.Width, painter.Canvas.Height, painter.Canvas.Background);
    private readonly DirtyTracker _newest = painter.Canvas.Track();

    /// <summary>Paints what the newest point adds.</summary>
    /// <param name="tool">What paints.</param>
    /// <param name="points">The stroke from its first point to the newest.</param>
    /// <param name="sizes">The brush's size at each, in pixels.</param>
    /// <param name="isSmooth">Whether it is curved.</param>
    public void Paint(ITool tool, ReadOnlySpan<PixelPoint> points, ReadOnlySpan<int> sizes, bool isSmooth)
    {
        var map = painter.Canvas.Map;
        if (points.Length == 1)
        {
            map.Ids.CopyTo(_settled.Ids, 0);
            _newest.Take();
        }

        painter.Canvas.CopyFrom(_settled, _newest.Take());
        _newest.Take();
        if (points.Length > 2)
        {
            Paint(tool, points, sizes, points.Length - 2, isSmooth);
            var settled = _newest.Take();
            for (var y = settled.Y; y < settled.Bottom; y++)
            {
                map.Row(y).Slice(settled.X, settled.Width).CopyTo(_settled.Row(y)[settled.X..]);
            }
        }

        Paint(tool, points, sizes, points.Length - 1, isSmooth);
    }

    /// <summary>From the point before to that one.</summary>
    private void Paint(ITool tool, ReadOnlySpan<PixelPoint> points, ReadOnlySpan<int> sizes, int to, bool isSmooth)
    {
        var from = Math.Max(to - 1, 0);
        var (before, after) = isSmooth ? (Math.Max(from - 1, 0), Math.Min(to + 1, points.Length - 1)) : (from, to);
        painter.Taper = (sizes[from], sizes[to]);
        tool.Paint(painter, [points[before], points[from], points[to], points[after]]);
    }
}
