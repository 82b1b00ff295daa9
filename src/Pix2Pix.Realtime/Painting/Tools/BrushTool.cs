namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Paints along the pointer's way.</summary>
internal sealed class BrushTool : ITool
{
    public string Name => "brush";

    public ToolGesture Gesture => ToolGesture.Trail;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points) =>
        painter.Curve(points, painter.Settings.ClassId);

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToEighths(from, to);
}
