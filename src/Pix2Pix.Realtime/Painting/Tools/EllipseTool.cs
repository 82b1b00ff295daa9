namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>A filled ellipse inside the rectangle between two corners. A pixel belongs to it when its centre does.</summary>
internal sealed class EllipseTool : ITool
{
    public string Name => "ellipse";

    public ToolGesture Gesture => ToolGesture.Drag;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        var box = PixelPoint.Box(points[0], points[^1]);
        var (radiusX, radiusY) = (box.Width / 2.0, box.Height / 2.0);
        for (var row = 0; row < box.Height; row++)
        {
            var dy = (row + 0.5 - radiusY) / radiusY;
            var half = radiusX * Math.Sqrt(1 - (dy * dy));
            var inset = Math.Clamp((int)Math.Ceiling(radiusX - half - 0.5), 0, (box.Width - 1) / 2);
            painter.Span(box.Y + row, box.X + inset, box.Right - 1 - inset, painter.Settings.ClassId);
        }
    }

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToSquare(from, to);
}
