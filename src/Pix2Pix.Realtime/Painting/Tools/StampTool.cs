using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>
/// Places a whole element with the right classes: a click in its usual size around the point, a drag as large as the box that is drawn.
/// </summary>
public sealed class StampTool : ITool
{
    /// <summary>A drag shorter than this many pixels either way is a click.</summary>
    private const int ClickSlack = 3;

    private readonly int _width;
    private readonly int _height;
    private readonly IReadOnlyList<StampPart> _parts;

    /// <param name="name">What people call the element.</param>
    /// <param name="width">Its usual width in pixels.</param>
    /// <param name="height">Its usual height in pixels.</param>
    /// <param name="parts">What it is made of; later parts lie on top.</param>
    public StampTool(string name, int width, int height, IReadOnlyList<StampPart> parts)
    {
        Name = name;
        _width = width;
        _height = height;
        _parts = parts;
    }

    public string Name { get; }

    public ToolGesture Gesture => ToolGesture.Drag;

    /// <summary>What it is made of; later parts lie on top.</summary>
    public IReadOnlyList<StampPart> Parts => _parts;

    /// <summary>The box that a click fills.</summary>
    public PixelRect BoxAt(PixelPoint at) => new(at.X - (_width / 2), at.Y - (_height / 2), _width, _height);

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        var box = PixelPoint.Box(points[0], points[^1]);
        if (box.Width <= ClickSlack && box.Height <= ClickSlack)
        {
            box = BoxAt(points[0]);
        }

        foreach (var part in _parts)
        {
            painter.Rectangle(part.Within(box), part.ClassId);
        }
    }

    public PixelPoint Constrain(PixelPoint from, PixelPoint to) => Constraint.ToSquare(from, to);
}
