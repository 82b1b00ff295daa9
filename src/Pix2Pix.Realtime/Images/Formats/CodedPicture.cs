using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>
/// The first picture of a file, still coded, and nothing else of it: no further frames, no text, no profiles, which the decoder would read and keep however large they are
/// and which it stumbles over where others don't look. Reading one proves that the file is whole, so the decoder has no pixel to invent.
/// </summary>
/// <param name="Width">Of the coded picture, in pixels.</param>
/// <param name="Height">Of the coded picture, in pixels.</param>
/// <param name="Bytes">A complete file of the same format.</param>
internal sealed record CodedPicture(int Width, int Height, byte[] Bytes)
{
    /// <summary>20,000 x 20,000 would need 1.6 GB; what is larger than this is a mistake or an attack.</summary>
    private const long MostPixels = 64L << 20;

    /// <summary>Pixels that a file may leave open, as a GIF's first picture on a larger screen does: they cost memory but no bytes in the file.</summary>
    private const long MostOpen = 4L << 20;

    /// <summary>How the picture must be turned to stand upright: 1 = not at all, else one of EXIF's numbers up to 8.</summary>
    public int Orientation { get; init; } = TiffDirectory.Upright;

    /// <summary>Where the picture lies on its screen; null = it fills it.</summary>
    public (int Left, int Top, int Width, int Height)? Screen { get; init; }

    /// <summary>Reads a file's first picture.</summary>
    /// <exception cref="UserException">It is of no known format, cut, empty or too large; the sentence leaves the file's name to the caller.</exception>
    public static CodedPicture Read(byte[] file) => file switch
    {
        [0xFF, 0xD8, ..] => JpegFile.Read(file),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngFile.Read(file),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => GifFile.Read(file),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebpFile.Read(file),
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => TiffFile.Read(file),
        [(byte)'B', (byte)'M' or (byte)'A', ..] => BmpFile.Read(file),
        _ when TgaFile.IsHeader(file) => TgaFile.Read(file),
        _ => throw new UserException($"Expected a picture (PNG, JPEG, WebP, BMP, GIF, TGA or TIFF), found {FileStart.Describe(file)}."),
    };

    /// <summary>Refuses sizes that no picture has, before anything is allocated.</summary>
    public static void RequireSize(long width, long height)
    {
        if (width < 1 || height < 1)
        {
            throw new UserException($"Expected a picture of at least one pixel, found a size of {width}x{height}; copy or download the file again.");
        }

        if (width > MostPixels || height > MostPixels || width * height > MostPixels)
        {
            throw new UserException($"Expected at most {MostPixels / 1_000_000} million pixels, found {width}x{height}; make it smaller first.");
        }
    }

    /// <summary>Refuses a file that holds far fewer pixels than its size says.</summary>
    /// <param name="pixels">What it says.</param>
    /// <param name="held">What it holds.</param>
    public static void RequireHeld(long pixels, long held)
    {
        if (pixels - held > MostOpen)
        {
            throw new UserException($"Expected {pixels} pixels in the file, found {held}; copy or download the file again.");
        }
    }
}
