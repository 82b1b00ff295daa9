using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Generators;

/// <summary>How large a picture a generator may read or write: a file says what it likes, and memory is taken for what it says.</summary>
internal static class PictureLimits
{
    /// <summary>Of a side, in pixels.</summary>
    public const int MostSide = 8192;

    /// <summary>4096 x 4096: as floats of four channels, 256 MB.</summary>
    private const long MostPixels = 1 << 24;

    /// <summary>The same shape.</summary>
    /// <exception cref="UserException">It is beyond the limits.</exception>
    public static FrameShape Require(FrameShape shape) =>
        shape is { Height: > 0 and <= MostSide, Width: > 0 and <= MostSide } && (long)shape.Width * shape.Height <= MostPixels
            ? shape
            : throw new UserException(FormattableString.Invariant(
                $"Expected pictures of at most {MostPixels:N0} pixels and {MostSide:N0} on a side, found {shape.Width:N0}x{shape.Height:N0}; export the model at a smaller size."));

    /// <summary>A size as a file has it, in 64 bits: what is beyond all limits stays beyond them.</summary>
    public static int Side(long size) => (int)Math.Clamp(size, -1, int.MaxValue);
}
