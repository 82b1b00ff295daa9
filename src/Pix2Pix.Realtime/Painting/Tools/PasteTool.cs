namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Puts a piece of a label map onto the canvas and takes hold of it, so that it can be moved on.</summary>
/// <param name="piece">What is pasted.</param>
internal sealed class PasteTool(Cutout piece) : ISelectionTool
{
    public const string ToolName = "paste";

    public string Name => ToolName;

    public ToolGesture Gesture => ToolGesture.Drag;

    public Cutout Piece => piece;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
    }

    /// <summary>The last point is the piece's top left pixel.</summary>
    public Selection? Select(LabelCanvas canvas, ReadOnlySpan<PixelPoint> points) => Selection.Place(canvas, piece, points[^1]);
}
