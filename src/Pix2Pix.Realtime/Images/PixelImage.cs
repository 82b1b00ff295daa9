using System.Text.Json.Serialization;

namespace Pix2Pix.Realtime.Images;

/// <summary>A picture in memory: RGBA, 8 bits each, straight alpha, sRGB, row 0 = top, no padding between rows.</summary>
/// <remarks>Not thread-safe: one owner at a time.</remarks>
public sealed class PixelImage
{
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    public PixelImage(int width, int height) : this(width, height, new byte[checked(width * height * 4)]) { }

    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="rgba">Taken over, not copied: <c>width * height * 4</c> bytes.</param>
    [JsonConstructor]
    public PixelImage(int width, int height, byte[] rgba)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentNullException.ThrowIfNull(rgba);
        if (rgba.Length != checked(width * height * 4))
        {
            throw new ArgumentException($"A {width}x{height} RGBA picture needs {width * height * 4} bytes, got {rgba.Length}.", nameof(rgba));
        }

        Width = width;
        Height = height;
        Rgba = rgba;
    }

    /// <summary>Columns, in pixels.</summary>
    public int Width { get; }

    /// <summary>Rows, in pixels.</summary>
    public int Height { get; }

    /// <summary>Four bytes a pixel: red, green, blue, alpha.</summary>
    public byte[] Rgba { get; }

    /// <summary>One row's bytes; row 0 = top.</summary>
    public Span<byte> Row(int y) => Rgba.AsSpan(y * Width * 4, Width * 4);

    /// <summary>Lays the picture on white paper, in place: every pixel becomes opaque.</summary>
    /// <returns>The picture itself.</returns>
    public PixelImage OnWhite() => OnPaper(byte.MaxValue, byte.MaxValue, byte.MaxValue);

    /// <summary>Lays the picture on paper of a colour, in place: every pixel becomes opaque.</summary>
    /// <returns>The picture itself.</returns>
    public PixelImage OnPaper(byte red, byte green, byte blue)
    {
        ReadOnlySpan<byte> paper = [red, green, blue];
        for (var i = 0; i < Rgba.Length; i += 4)
        {
            var alpha = Rgba[i + 3];
            for (var channel = 0; alpha < byte.MaxValue && channel < 3; channel++)
            {
                Rgba[i + channel] = (byte)(paper[channel] - ((paper[channel] - Rgba[i + channel]) * alpha / byte.MaxValue));
            }

            Rgba[i + 3] = byte.MaxValue;
        }

        return this;
    }

    /// <summary>Takes the nearest pixel each, so that no colour is invented: for label maps.</summary>
    /// <returns>A new picture; the picture itself where it has the size already.</returns>
    public PixelImage ResizeNearest(int width, int height)
    {
        if (Width == width && Height == height)
        {
            return this;
        }

        var resized = new PixelImage(width, height);
        for (var y = 0; y < height; y++)
        {
            var from = Row((int)((y + 0.5) * Height / height));
            var to = resized.Row(y);
            for (var x = 0; x < width; x++)
            {
                from.Slice((int)((x + 0.5) * Width / width) * 4, 4).CopyTo(to[(x * 4)..]);
            }
        }

        return resized;
    }

    /// <summary>A new picture: this one on the left, another of the same height on the right.</summary>
    public PixelImage Beside(PixelImage right)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (right.Height != Height)
        {
            throw new ArgumentException($"Expected a height of {Height} pixels, found {right.Height}.", nameof(right));
        }

        var both = new PixelImage(Width + right.Width, Height);
        for (var y = 0; y < Height; y++)
        {
            Row(y).CopyTo(both.Row(y));
            right.Row(y).CopyTo(both.Row(y)[(Width * 4)..]);
        }

        return both;
    }

    /// <summary>A new picture: some of this one's columns.</summary>
    /// <param name="left">The first one.</param>
    /// <param name="width">How many; all of them lie in the picture.</param>
    public PixelImage Columns(int left, int width)
    {
        var part = new PixelImage(width, Height);
        for (var y = 0; y < Height; y++)
        {
            Row(y).Slice(left * 4, width * 4).CopyTo(part.Row(y));
        }

        return part;
    }
}
