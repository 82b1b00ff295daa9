using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>
/// Draws one curve with at most two points a pixel column, the least and the greatest there, so that a million steps cost no more than the
/// width of the plot and no peak is lost. Thread contract: the UI thread.
/// </summary>
internal sealed class PlotCurve
{
    private Vector2[] _points = new Vector2[512];
    private int _count;

    /// <param name="painter">Where to.</param>
    /// <param name="area">Pixels.</param>
    /// <param name="series">The points.</param>
    /// <param name="axes">Both axes.</param>
    /// <param name="color">The curve's.</param>
    /// <param name="thickness">Pixels.</param>
    /// <param name="smoothing">0 = as it is; else a running mean, and this is what is left of a value's weight after 1% of the curve's length.</param>
    public void Draw(PanelPainter painter, PixelRect area, PlotSeries series, (PlotAxis X, PlotAxis Y) axes, Color color, float thickness, double smoothing)
    {
        _count = 0;
        var (mean, weight, before) = (0.0, 0.0, double.NegativeInfinity);
        var percent = series.Count > 0 ? Math.Max((series.X[^1] - series.X[0]) / 100, double.Epsilon) : 1;
        var column = int.MinValue;
        var (first, least, most, last) = (0f, 0f, 0f, 0f);
        for (var i = 0; i < series.Count; i++)
        {
            var value = series.Y[i];
            if (double.IsFinite(value))
            {
                // By distance and not by point, so that a curve of few points isn't smoothed away. The mean starts at zero; dividing by
                // the weights so far takes that out.
                var kept = smoothing > 0 ? Math.Pow(smoothing, (series.X[i] - before) / percent) : 0;
                (mean, weight, before) = ((kept * mean) + value, (kept * weight) + 1, series.X[i]);
            }

            var y = area.Bottom - (float)(axes.Y.Share(double.IsFinite(value) ? mean / weight : value) * area.Height);
            var at = area.X + (int)(axes.X.Share(series.X[i]) * area.Width);
            if (at != column || !float.IsFinite(y))
            {
                EndColumn(column, first, least, most, last);
                (column, first, least, most) = (at, y, y, y);
            }

            if (!float.IsFinite(y))
            {
                Flush(painter, color, thickness);
                column = int.MinValue;
                continue;
            }

            (least, most, last) = (Math.Min(least, y), Math.Max(most, y), y);
        }

        EndColumn(column, first, least, most, last);
        Flush(painter, color, thickness);
    }

    private void EndColumn(int column, float first, float least, float most, float last)
    {
        if (column == int.MinValue)
        {
            return;
        }

        Add(column, first);
        if (most > least)
        {
            Add(column, least);
            Add(column, most);
            Add(column, last);
        }
    }

    private void Add(int column, float y)
    {
        if (_count == _points.Length)
        {
            Array.Resize(ref _points, _count * 2);
        }

        _points[_count++] = new Vector2(column + 0.5f, y);
    }

    private void Flush(PanelPainter painter, Color color, float thickness)
    {
        if (_count == 1)
        {
            Add((int)_points[0].X + 1, _points[0].Y);
        }

        painter.Lines(_points.AsSpan(0, _count), color, thickness);
        _count = 0;
    }
}
