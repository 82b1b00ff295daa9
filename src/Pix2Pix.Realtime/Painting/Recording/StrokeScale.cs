using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>Brings strokes from one canvas's size to another's. Immutable; any thread.</summary>
/// <param name="from">Where they were recorded.</param>
/// <param name="to">Where they are to be painted.</param>
/// <param name="tools">Those that the strokes name.</param>
internal sealed class StrokeScale(PixelSize from, PixelSize to, ToolBox tools)
{
    private readonly double _across = (double)to.Width / from.Width;
    private readonly double _down = (double)to.Height / from.Height;

    public Stroke Apply(Stroke stroke)
    {
        var repeat = stroke.Repeat;
        return stroke with
        {
            Size = Scaled(stroke.Size),
            Sizes = [.. stroke.Sizes.Select(Scaled)],
            Repeat = repeat with { StepX = (int)Math.Round(repeat.StepX * _across), StepY = (int)Math.Round(repeat.StepY * _down) },
            Piece = stroke.Piece is { } piece ? piece.Resized(new PixelSize(Side(piece.Size.Width, _across), Side(piece.Size.Height, _down))) : null,
            Points = [.. FillsBox(stroke) ? Box(stroke) : stroke.Points.Select(point => new PixelPoint(First(point.X, _across), First(point.Y, _down)))],
        };
    }

    private int Scaled(int size) => Math.Clamp((int)Math.Round(size * Math.Min(_across, _down)), Brush.MinSize, Brush.MaxSize);

    /// <summary>Whether its first and last point are the first and the last pixel of a box; a stamp's click is none.</summary>
    private bool FillsBox(Stroke stroke) => tools.For(stroke) switch
    {
        RectangleTool or EllipseTool => true,
        SelectTool { IsBox: true } or StampTool => stroke.Points[0] != stroke.Points[^1],
        _ => false,
    };

    private IEnumerable<PixelPoint> Box(Stroke stroke)
    {
        var (one, other) = (stroke.Points[0], stroke.Points[^1]);
        var (oneX, otherX) = Ends(one.X, other.X, _across);
        var (oneY, otherY) = Ends(one.Y, other.Y, _down);
        return [new PixelPoint(oneX, oneY), new PixelPoint(otherX, otherY)];
    }

    private static (int One, int Other) Ends(int one, int other, double factor) =>
        one <= other ? (First(one, factor), Last(other, factor)) : (Last(one, factor), First(other, factor));

    private static int Side(int pixels, double factor) => Math.Max(1, (int)Math.Round(pixels * factor));

    private static int First(int at, double factor) => (int)Math.Floor(at * factor);

    private static int Last(int at, double factor) => Math.Max(First(at, factor), (int)Math.Ceiling((at + 1) * factor) - 1);
}
