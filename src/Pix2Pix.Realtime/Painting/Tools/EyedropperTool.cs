namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Takes the class under the pointer into the hand; paints nothing.</summary>
internal sealed class EyedropperTool : ITool
{
    public string Name => "eyedropper";

    public ToolGesture Gesture => ToolGesture.Drag;

    public bool Snaps => false;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        if (painter.Canvas.Contains(points[^1]))
        {
            painter.Settings.ClassId = painter.Canvas.Map[points[^1].X, points[^1].Y];
        }
    }
}
