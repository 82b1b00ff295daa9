using System.Numerics;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// Draws a tool's shapes onto the canvas, with their mirror images and repetitions. All shapes end as spans of whole pixels: nothing is blended. Thread
/// contract: the canvas's thread.
/// </summary>
public sealed class Painter
{
    /// <summary>A thinner brush, between pixels, would paint a line with gaps.</summary>
    private const int ThinnestDisc = 2;

    /// <summary>Paints on one canvas with one set of settings.</summary>
    /// <param name="canvas">What is changed.</param>
    /// <param name="settings">Read at each call.</param>
    public Painter(LabelCanvas canvas, PaintSettings settings)
    {
        Canvas = canvas;
        Settings = settings;
    }

    /// <summary>What is painted on.</summary>
    public LabelCanvas Canvas { get; }

    /// <summary>Brush, mirror and repetition, read at each call.</summary>
    public PaintSettings Settings { get; }

    /// <summary>The brush's size at both ends of the next <see cref="Curve"/>, in pixels; null = its own.</summary>
    internal (int From, int To)? Taper { get; set; }

    /// <summary>Paints a span, both ends included, with its mirror image and repetitions.</summary>
    public void Span(int y, int left, int right, byte classId)
    {
        var repeat = Settings.Repeat;
        for (var row = 0; row < repeat.Rows; row++)
        {
            for (var column = 0; column < repeat.Columns; column++)
            {
                var (dx, dy) = (column * repeat.StepX, row * repeat.StepY);
                Canvas.FillSpan(y + dy, left + dx, right + dx, classId);
                if (Settings.Mirror)
                {
                    Canvas.FillSpan(y + dy, Canvas.Width - 1 - right - dx, Canvas.Width - 1 - left - dx, classId);
                }
            }
        }
    }

    /// <summary>Fills a rectangle; what lies outside the canvas is left out.</summary>
    public void Rectangle(PixelRect area, byte classId)
    {
        for (var y = area.Y; y < area.Bottom; y++)
        {
            Span(y, area.X, area.Right - 1, classId);
        }
    }

    /// <summary>Holds the brush at one point.</summary>
    public void Dab(PixelPoint at, byte classId)
    {
        var brush = Settings.Brush;
        var corner = brush.TopLeft(at);
        for (var row = 0; row < brush.Size; row++)
        {
            var (first, last) = brush.Row(row);
            Span(corner.Y + row, corner.X + first, corner.X + last, classId);
        }
    }

    /// <summary>Draws the brush along a straight line, without a gap (Bresenham's algorithm).</summary>
    public void Line(PixelPoint from, PixelPoint to, byte classId)
    {
        var (dx, dy) = (Math.Abs(to.X - from.X), -Math.Abs(to.Y - from.Y));
        var (stepX, stepY) = (Math.Sign(to.X - from.X), Math.Sign(to.Y - from.Y));
        var error = dx + dy;
        var at = from;
        Dab(at, classId);
        while (at != to)
        {
            var twice = 2 * error;
            var (moveX, moveY) = (twice >= dy, twice <= dx);
            error += (moveX ? dy : 0) + (moveY ? dx : 0);
            at = at.Offset(moveX ? stepX : 0, moveY ? stepY : 0);
            Dab(at, classId);
        }
    }

    /// <summary>Draws the brush along one part of a smooth way: from the second of four points to the third.</summary>
    /// <param name="points">The first is the point before and the last the point after; equal to their neighbours where there is none.</param>
    /// <param name="classId">What to paint.</param>
    public void Curve(ReadOnlySpan<PixelPoint> points, byte classId)
    {
        var curve = new TrailCurve(points);
        if (Taper is { } taper && taper != (Settings.Brush.Size, Settings.Brush.Size))
        {
            Tapered(curve, taper, points[1], points[2], classId);
        }
        else if (curve.Steps == 1)
        {
            Line(points[1], points[2], classId);
        }
        else if (Settings.Brush is { Shape: BrushShape.Round, Size: > ThinnestDisc })
        {
            for (var i = 0; i <= curve.Steps; i++)
            {
                Disc(curve.At(i / (float)curve.Steps), Settings.Brush.Size, classId);
            }
        }
        else
        {
            var from = points[1];
            for (var i = 1; i <= curve.Steps; i++)
            {
                var at = curve.At(i / (float)curve.Steps);
                var to = new PixelPoint((int)MathF.Round(at.X), (int)MathF.Round(at.Y));
                Line(from, to, classId);
                from = to;
            }
        }
    }

    /// <summary>A part of a way along which a pen's pressure changes the size.</summary>
    private void Tapered(in TrailCurve curve, (int From, int To) taper, PixelPoint from, PixelPoint to, byte classId)
    {
        var (start, way) = (new Vector2(from.X, from.Y), new Vector2(to.X - from.X, to.Y - from.Y));
        var steps = Math.Max(curve.Steps, (int)MathF.Ceiling(way.Length()));
        for (var i = 0; i <= steps; i++)
        {
            var share = steps == 0 ? 1 : i / (float)steps;
            var at = curve.Steps == 1 ? start + (way * share) : curve.At(share);
            var size = (int)MathF.Round(taper.From + ((taper.To - taper.From) * share));
            if (Settings.Brush.Shape == BrushShape.Round && size > ThinnestDisc)
            {
                Disc(at, size, classId);
            }
            else
            {
                Rectangle(new PixelRect((int)MathF.Round(at.X) - (size / 2), (int)MathF.Round(at.Y) - (size / 2), size, size), classId);
            }
        }
    }

    /// <summary>Holds the round brush between pixels: those belong to it whose centres do.</summary>
    private void Disc(Vector2 at, int size, byte classId)
    {
        // A brush of an odd size lies around a pixel's middle, one of an even size around a corner.
        var (radius, centre) = (size / 2f, at + new Vector2(size % 2 / 2f));
        for (var y = (int)MathF.Floor(centre.Y - radius); y <= centre.Y + radius; y++)
        {
            var dy = y + 0.5f - centre.Y;
            if (MathF.Abs(dy) < radius)
            {
                var half = MathF.Sqrt((radius * radius) - (dy * dy));
                Span(y, (int)MathF.Ceiling(centre.X - half - 0.5f), (int)MathF.Floor(centre.X + half - 0.5f), classId);
            }
        }
    }
}
