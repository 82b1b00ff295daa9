namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Does something with the whole selection, wherever the point is; with nothing selected nothing happens.</summary>
internal sealed class ChangeSelectionTool : ISelectionTool
{
    private readonly Func<LabelCanvas, Selection, Selection?> _change;

    private ChangeSelectionTool(string name, Func<LabelCanvas, Selection, Selection?> change) => (Name, _change) = (name, change);

    /// <summary>Exchanges its left and right.</summary>
    public static ChangeSelectionTool Mirror { get; } = new("mirror selection", static (canvas, selection) => selection.Mirror(canvas));

    /// <summary>Removes it: what lies beneath, or around, takes its place.</summary>
    public static ChangeSelectionTool Delete { get; } = new("delete selection", static (canvas, selection) =>
    {
        selection.Lift(canvas);
        return null;
    });

    public string Name { get; }

    public ToolGesture Gesture => ToolGesture.Drag;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
    }

    public Selection? Select(LabelCanvas canvas, ReadOnlySpan<PixelPoint> points)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        return canvas.Selection is { } selection ? _change(canvas, selection) : null;
    }
}
