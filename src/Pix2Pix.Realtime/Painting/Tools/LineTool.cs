namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>A straight line as thick as the brush.</summary>
internal sealed class LineTool : ITool
{
    public string Name => "line";

    public ToolGesture Gesture => ToolGesture.Drag;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points) =>
        painter.Line(points[0], points[^1], painter.Settings.ClassId);

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToEighths(from, to);
}
