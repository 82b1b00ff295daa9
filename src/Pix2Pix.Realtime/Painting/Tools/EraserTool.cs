namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Paints the background along the pointer's way.</summary>
internal sealed class EraserTool : ITool
{
    public string Name => "eraser";

    public ToolGesture Gesture => ToolGesture.Trail;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points) =>
        painter.Curve(points, painter.Canvas.Background);

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToEighths(from, to);
}
