using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting;

/// <summary>A pixel of a canvas: column <paramref name="X"/>, row <paramref name="Y"/>, both from 0 at the top left. May lie outside the canvas.</summary>
public readonly record struct PixelPoint(int X, int Y)
{
    /// <summary>The point so many columns to the right and rows down.</summary>
    public PixelPoint Offset(int dx, int dy) => new(X + dx, Y + dy);

    /// <summary>The smallest rectangle that holds both pixels.</summary>
    public static PixelRect Box(PixelPoint a, PixelPoint b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X) + 1, Math.Abs(a.Y - b.Y) + 1);

    /// <summary>For messages: <c>(3, 5)</c>.</summary>
    public override string ToString() => $"({X}, {Y})";
}
