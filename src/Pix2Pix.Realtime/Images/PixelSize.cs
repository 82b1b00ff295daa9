namespace Pix2Pix.Realtime.Images;

/// <summary>A size in whole pixels.</summary>
/// <param name="Width">Columns, 0 or more.</param>
/// <param name="Height">Rows, 0 or more.</param>
public readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>Whether there is no pixel at all, as in a minimised window.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>For messages: <c>640x480</c>.</summary>
    public override string ToString() => $"{Width}x{Height}";
}
