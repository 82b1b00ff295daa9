namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Fills the connected area of one class around the point (four neighbours count as connected).</summary>
internal sealed class FillTool : ITool
{
    public string Name => "fill";

    public ToolGesture Gesture => ToolGesture.Drag;

    public bool Snaps => false;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        if (!painter.Canvas.Contains(points[^1]))
        {
            return;
        }

        // The whole area is found before the first pixel is painted: mirror images may fall into it.
        foreach (var (y, left, right) in ConnectedArea.Around(painter.Canvas.Map, points[^1]))
        {
            painter.Span(y, left, right, painter.Settings.ClassId);
        }
    }
}
