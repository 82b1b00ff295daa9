using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Takes hold of pixels; changes none.</summary>
internal sealed class SelectTool : ISelectionTool
{
    private readonly Func<LabelMap, PixelPoint, PixelPoint, Selection?> _select;

    private SelectTool(string name, bool isBox, Func<LabelMap, PixelPoint, PixelPoint, Selection?> select) => (Name, IsBox, _select) = (name, isBox, select);

    /// <summary>The rectangle between two corners; a click lets go of what is selected.</summary>
    public static SelectTool Rectangle { get; } = new("select", isBox: true, static (map, from, to) => from == to ? null : Selection.OfRectangle(map, PixelPoint.Box(from, to)));

    /// <summary>The connected area of one class.</summary>
    public static SelectTool Element { get; } = new("select element", isBox: false, static (map, _, to) => Selection.OfElement(map, to));

    /// <summary>Everything of one class.</summary>
    public static SelectTool Class { get; } = new("select class", isBox: false, static (map, _, to) => Selection.OfClass(map, to));

    public string Name { get; }

    /// <summary>Whether it takes the box between its points.</summary>
    public bool IsBox { get; }

    public ToolGesture Gesture => ToolGesture.Drag;

    public bool Snaps => IsBox;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
    }

    public Selection? Select(LabelCanvas canvas, ReadOnlySpan<PixelPoint> points)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        return _select(canvas.Map, points[0], points[^1]);
    }

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToSquare(from, to);
}
