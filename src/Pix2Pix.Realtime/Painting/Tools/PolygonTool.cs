namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>A filled polygon, corner by corner (even-odd rule at the pixels' centres, and never thinner than its outline).</summary>
internal sealed class PolygonTool : ITool
{
    public string Name => "polygon";

    public ToolGesture Gesture => ToolGesture.Corners;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        var classId = painter.Settings.ClassId;
        var (top, bottom) = (int.MaxValue, int.MinValue);
        foreach (var point in points)
        {
            (top, bottom) = (Math.Min(top, point.Y), Math.Max(bottom, point.Y));
        }

        Span<double> crossings = points.Length <= 256 ? stackalloc double[points.Length] : new double[points.Length];
        for (var y = Math.Max(top, -painter.Canvas.Height); y <= Math.Min(bottom, 2 * painter.Canvas.Height); y++)
        {
            FillRow(painter, points, crossings, y, classId);
        }

        for (var i = 0; i < points.Length; i++)
        {
            Outline(painter, points[i], points[(i + 1) % points.Length], classId);
        }
    }

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToEighths(from, to);

    private static void FillRow(Painter painter, ReadOnlySpan<PixelPoint> points, Span<double> crossings, int y, byte classId)
    {
        var count = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Length]);
            if ((a.Y <= y) != (b.Y <= y))
            {
                crossings[count++] = a.X + ((y - a.Y) * (double)(b.X - a.X) / (b.Y - a.Y));
            }
        }

        crossings[..count].Sort();
        for (var i = 0; i + 1 < count; i += 2)
        {
            painter.Span(y, (int)Math.Ceiling(crossings[i]), (int)Math.Floor(crossings[i + 1]), classId);
        }
    }

    private static void Outline(Painter painter, PixelPoint from, PixelPoint to, byte classId)
    {
        var steps = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        for (var i = 0; i <= steps; i++)
        {
            var t = steps == 0 ? 0 : i / (double)steps;
            var x = (int)Math.Round(from.X + (t * (to.X - from.X)));
            painter.Span((int)Math.Round(from.Y + (t * (to.Y - from.Y))), x, x, classId);
        }
    }
}
