namespace Pix2Pix.Realtime.Labels;

/// <summary>A label map: one byte a pixel, each the <see cref="LabelClass.Id"/> of a palette's class, row 0 = top.</summary>
/// <remarks>Not thread-safe: one owner at a time.</remarks>
public sealed class LabelMap
{
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="fill">The class that every pixel starts with.</param>
    public LabelMap(int width, int height, byte fill)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Width = width;
        Height = height;
        Ids = new byte[checked(width * height)];
        Ids.AsSpan().Fill(fill);
    }

    /// <summary>Columns, in pixels.</summary>
    public int Width { get; }

    /// <summary>Rows, in pixels.</summary>
    public int Height { get; }

    /// <summary>One class id a pixel, row by row from the top, no padding.</summary>
    public byte[] Ids { get; }

    /// <summary>The class id at column <paramref name="x"/> and row <paramref name="y"/>, to read and to write; both from 0 at the top left and within the map.</summary>
    public ref byte this[int x, int y] => ref Ids[(y * Width) + x];

    /// <summary>One row's ids; row 0 = top.</summary>
    public Span<byte> Row(int y) => Ids.AsSpan(y * Width, Width);
}
