namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>A filled rectangle between two corners.</summary>
internal sealed class RectangleTool : ITool
{
    public string Name => "rectangle";

    public ToolGesture Gesture => ToolGesture.Drag;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points) =>
        painter.Rectangle(PixelPoint.Box(points[0], points[^1]), painter.Settings.ClassId);

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToSquare(from, to);
}
