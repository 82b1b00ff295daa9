using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>
/// Places a whole element with the right classes: a click in its usual size around the point, a drag as large as the box that is drawn.
/// </summary>
internal sealed class StampTool : ITool
{
    /// <summary>A drag shorter than this many units either way is a click.</summary>
    private const int ClickSlack = 3;

    /// <summary>The name of stamps that a person made of a selection.</summary>
    public const string OwnName = "own stamp";

    /// <summary>A stamp that places a piece of a label map.</summary>
    /// <param name="piece">Its size is the stamp's, in pixels.</param>
    public StampTool(Cutout piece) => (Name, Piece, Size, Parts) = (OwnName, piece, piece.Size, PieceParts.Of(piece));

    /// <param name="name">What people call the element.</param>
    /// <param name="width">Its usual width in units of the canvas.</param>
    /// <param name="height">Its usual height in units.</param>
    /// <param name="parts">What it is made of; later parts lie on top.</param>
    public StampTool(string name, int width, int height, IReadOnlyList<StampPart> parts)
    {
        Name = name;
        Size = new PixelSize(width, height);
        Parts = parts;
    }

    public string Name { get; }

    public Cutout? Piece { get; }

    /// <summary>Its usual size in units of the canvas; in pixels where it places a piece.</summary>
    public PixelSize Size { get; }

    /// <summary>What it is made of; later parts lie on top.</summary>
    public IReadOnlyList<StampPart> Parts { get; }

    public ToolGesture Gesture => ToolGesture.Drag;

    /// <summary>The box that a click fills, in pixels.</summary>
    public PixelRect BoxAt(PixelPoint at, PaintSettings settings)
    {
        var (width, height) = Piece is null ? (settings.Pixels(Size.Width), settings.Pixels(Size.Height)) : (Size.Width, Size.Height);
        return new PixelRect(at.X - (width / 2), at.Y - (height / 2), width, height);
    }

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        var box = PixelPoint.Box(points[0], points[^1]);
        var slack = painter.Settings.Pixels(ClickSlack);
        if (box.Width <= slack && box.Height <= slack)
        {
            box = BoxAt(points[0], painter.Settings);
        }

        foreach (var part in Parts)
        {
            painter.Rectangle(part.Within(box), part.ClassId);
        }
    }

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToSquare(from, to);
}
