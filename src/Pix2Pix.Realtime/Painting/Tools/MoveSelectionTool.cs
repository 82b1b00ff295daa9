namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Moves what is selected from the first point to the last; with nothing selected nothing happens.</summary>
internal sealed class MoveSelectionTool : ISelectionTool
{
    private MoveSelectionTool(string name, bool leavesCopy) => (Name, LeavesCopy) = (name, leavesCopy);

    /// <summary>Moves it; what was beneath comes back.</summary>
    public static MoveSelectionTool Move { get; } = new("move selection", leavesCopy: false);

    /// <summary>Moves a copy of it.</summary>
    public static MoveSelectionTool Copy { get; } = new("copy selection", leavesCopy: true);

    public string Name { get; }

    /// <summary>Whether a copy stays where it was.</summary>
    public bool LeavesCopy { get; }

    public ToolGesture Gesture => ToolGesture.Drag;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        ArgumentNullException.ThrowIfNull(painter);
        if (painter.Canvas.Selection is not { } selection)
        {
            return;
        }

        if (!LeavesCopy)
        {
            selection.Lift(painter.Canvas);
        }

        selection.Pixels.Draw(painter.Canvas, selection.At.Offset(points[^1].X - points[0].X, points[^1].Y - points[0].Y));
    }

    public Selection? Select(LabelCanvas canvas, ReadOnlySpan<PixelPoint> points)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        var selection = LeavesCopy ? canvas.Selection?.Copy() : canvas.Selection;
        return points[0] == points[^1] ? canvas.Selection : selection?.Move(canvas, points[^1].X - points[0].X, points[^1].Y - points[0].Y);
    }

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToEighths(from, to);
}
