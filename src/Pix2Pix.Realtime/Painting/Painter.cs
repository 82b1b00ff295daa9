using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// Puts a tool's shapes onto the canvas, and their mirror images and repetitions with them. All shapes end up as spans of whole
/// pixels: nothing is ever blended. Thread contract: the canvas's thread.
/// </summary>
public sealed class Painter
{
    public Painter(LabelCanvas canvas, PaintSettings settings)
    {
        Canvas = canvas;
        Settings = settings;
    }

    public LabelCanvas Canvas { get; }

    public PaintSettings Settings { get; }

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
}
