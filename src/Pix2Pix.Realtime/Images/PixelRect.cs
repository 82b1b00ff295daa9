namespace Pix2Pix.Realtime.Images;

/// <summary>A rectangle of whole pixels: columns <c>X..Right-1</c>, rows <c>Y..Bottom-1</c>, row 0 = top.</summary>
/// <param name="X">The first column.</param>
/// <param name="Y">The first row.</param>
/// <param name="Width">Columns; 0 or less = empty.</param>
/// <param name="Height">Rows; 0 or less = empty.</param>
public readonly record struct PixelRect(int X, int Y, int Width, int Height)
{
    /// <summary>All pixels of a picture of that size.</summary>
    public PixelRect(PixelSize size) : this(0, 0, size.Width, size.Height) { }

    /// <summary>One past the last column.</summary>
    public int Right => X + Width;

    /// <summary>One past the last row.</summary>
    public int Bottom => Y + Height;

    /// <summary>Width and height.</summary>
    public PixelSize Size => new(Width, Height);

    /// <summary>Whether it holds no pixel.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The rectangle from the first column and row to those before <paramref name="right"/> and <paramref name="bottom"/>; empty where an edge lies before its opposite.</summary>
    public static PixelRect FromEdges(int left, int top, int right, int bottom) => new(left, top, right - left, bottom - top);

    /// <summary>Whether the point lies inside; a point on the right or bottom edge does not.</summary>
    public bool Contains(double x, double y) => x >= X && y >= Y && x < Right && y < Bottom;

    /// <summary>Whether the two share a pixel.</summary>
    public bool Intersects(PixelRect other) => !Intersect(other).IsEmpty;

    /// <summary>The intersection; empty if there is none.</summary>
    public PixelRect Intersect(PixelRect other) => FromEdges(
        Math.Max(X, other.X), Math.Max(Y, other.Y), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>The smallest rectangle around both; an empty one adds nothing.</summary>
    public PixelRect Union(PixelRect other) => IsEmpty ? other : other.IsEmpty ? this : FromEdges(
        Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Moves every edge outwards by <paramref name="by"/> pixels; a negative number moves them inwards.</summary>
    public PixelRect Inflate(int by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));

    /// <summary>For messages: <c>16x8 at 3,5</c>.</summary>
    public override string ToString() => $"{Width}x{Height} at {X},{Y}";
}
