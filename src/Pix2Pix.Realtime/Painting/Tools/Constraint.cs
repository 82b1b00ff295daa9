namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Regular shapes for an unsteady hand.</summary>
internal static class Constraint
{
    /// <summary>The nearest point that makes the line horizontal, vertical or diagonal.</summary>
    public static PixelPoint ToEighths(PixelPoint from, PixelPoint to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var (wide, high) = (Math.Abs(dx), Math.Abs(dy));
        return (wide > 2 * high, high > 2 * wide) switch
        {
            (true, _) => new(to.X, from.Y),
            (_, true) => new(from.X, to.Y),
            _ => ToSquare(from, to),
        };
    }

    /// <summary>The point that makes both sides as long as the longer one.</summary>
    public static PixelPoint ToSquare(PixelPoint from, PixelPoint to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var side = Math.Max(Math.Abs(dx), Math.Abs(dy));
        return from.Offset(dx < 0 ? -side : side, dy < 0 ? -side : side);
    }
}
