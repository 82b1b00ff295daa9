using Pix2Pix.Realtime.Files;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Pix2Pix.Realtime.Images;

/// <summary>
/// Reads and writes picture files; the only place that knows the image library. Reads JPEG, PNG, GIF (its first picture), BMP, WebP, TGA and TIFF in
/// grey, colour, palette, 16-bit or CMYK, upright as their EXIF data says. Any thread.
/// </summary>
public static class ImageFile
{
    /// <summary>Pixels: 20,000 x 20,000 would need 1.6 GB; what is larger than this is a mistake or an attack.</summary>
    private const long MostPixels = 64L << 20;

    private const int JpegQuality = 92;

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tga", ".tif", ".tiff",
    };

    /// <summary>Whether a file's name ends as a picture's does.</summary>
    public static bool IsPicture(string path) => Endings.Contains(Path.GetExtension(path));

    /// <summary>Whether a file's name ends as a JPEG's does.</summary>
    public static bool IsJpeg(string path) => Path.GetExtension(path).ToUpperInvariant() is ".JPG" or ".JPEG";

    /// <summary>Reads a picture.</summary>
    /// <exception cref="UserException">The file is missing, no picture, cut, damaged, or too large.</exception>
    public static PixelImage Load(string path)
    {
        var bytes = ReadAll(path);
        try
        {
            return Decode(bytes);
        }
        catch (UserException fault)
        {
            throw new UserException($"'{path}': {fault.Message}", fault);
        }
    }

    /// <summary>The size of a picture without decoding it, upright; null where the file is no picture.</summary>
    public static PixelSize? Measure(string path)
    {
        try
        {
            return Image.Identify(ReadAll(path)) is { } info ? new PixelSize(info.Width, info.Height) : null;
        }
        catch (Exception fault) when (IsDecoderFault(fault))
        {
            return null;
        }
    }

    /// <summary>Reads a picture from a file's bytes.</summary>
    /// <exception cref="UserException">They are no picture, cut, damaged, or too large; the sentence leaves the file's name to the caller.</exception>
    public static PixelImage Decode(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            var info = Image.Identify(bytes) ?? throw new UserException("Expected an image (PNG, JPEG, WebP, BMP, GIF, TGA or TIFF), found something else.");
            if ((long)info.Width * info.Height > MostPixels)
            {
                throw new UserException($"Expected at most {MostPixels / 1_000_000} million pixels, found {info.Width}x{info.Height}; scale it down first.");
            }

            if (Truncation.Find(bytes) is { } cut)
            {
                throw new UserException($"{cut}; get the file again.");
            }

            using var image = Image.Load<Rgba32>(bytes);
            image.Mutate(context => context.AutoOrient());
            var picture = new PixelImage(image.Width, image.Height);
            image.CopyPixelDataTo(picture.Rgba);
            return picture;
        }
        catch (NotSupportedException fault)
        {
            throw new UserException($"Expected a readable image, but {fault.Message.Trim()} Convert it to PNG first.", fault);
        }
        catch (Exception fault) when (IsDecoderFault(fault))
        {
            throw new UserException($"Expected an intact image, but it is damaged ({fault.Message.Split('\n')[0].Trim()}).", fault);
        }
    }

    /// <summary>Writes a picture, whole or not at all; the format follows the name (.png, .jpg).</summary>
    /// <param name="path">The file to make or replace; its folder must exist.</param>
    /// <param name="picture">Only read.</param>
    /// <param name="isDurable">See <see cref="AtomicFile.Write"/>.</param>
    public static void Save(string path, PixelImage picture, bool isDurable = true)
    {
        if (!IsJpeg(path) && !Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw new UserException($"Expected a name that ends in .png or .jpg, found '{path}'.");
        }

        AtomicFile.Write(path, stream => Write(stream, picture, IsJpeg(path)), isDurable);
    }

    /// <summary>A picture as the bytes of a JPEG file.</summary>
    /// <param name="picture">Its alpha is dropped.</param>
    /// <param name="quality">1..100.</param>
    public static byte[] EncodeJpeg(PixelImage picture, int quality = JpegQuality)
    {
        using var stream = new MemoryStream();
        using var image = Wrap(picture);
        image.Save(stream, new JpegEncoder { Quality = quality });
        return stream.ToArray();
    }

    /// <summary>A picture as the bytes of a PNG file.</summary>
    public static byte[] EncodePng(PixelImage picture)
    {
        using var stream = new MemoryStream();
        Write(stream, picture, isJpeg: false);
        return stream.ToArray();
    }

    /// <summary>Resizes with bicubic filtering: for photographs, never for label maps.</summary>
    public static PixelImage ResizeBicubic(PixelImage picture, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Width == width && picture.Height == height)
        {
            return picture;
        }

        using var image = Image.LoadPixelData<Rgba32>(picture.Rgba, picture.Width, picture.Height);
        image.Mutate(context => context.Resize(width, height, KnownResamplers.Bicubic));
        var resized = new PixelImage(width, height);
        image.CopyPixelDataTo(resized.Rgba);
        return resized;
    }

    private static void Write(Stream stream, PixelImage picture, bool isJpeg)
    {
        using var image = Wrap(picture);
        IImageEncoder encoder = isJpeg ? new JpegEncoder { Quality = JpegQuality } : Png(picture);
        image.Save(stream, encoder);
    }

    /// <summary>The library's own choice takes ten times as long and makes larger files: it keeps an alpha channel that says nothing.</summary>
    private static PngEncoder Png(PixelImage picture) => new()
    {
        ColorType = IsOpaque(picture) ? PngColorType.Rgb : PngColorType.RgbWithAlpha, CompressionLevel = PngCompressionLevel.Level1, FilterMethod = PngFilterMethod.Paeth,
    };

    private static bool IsOpaque(PixelImage picture)
    {
        for (var i = 3; i < picture.Rgba.Length; i += 4)
        {
            if (picture.Rgba[i] != byte.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    private static Image<Rgba32> Wrap(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Image.LoadPixelData<Rgba32>(picture.Rgba, picture.Width, picture.Height);
    }

    private static byte[] ReadAll(string path)
    {
        if (RegularFile.WhyNot(path) is { } found)
        {
            throw new UserException($"Expected an image at '{path}', found {(found == "none" ? "no such file" : found)}; check the path.");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"Expected an image at '{path}', but it can't be read: {fault.Message}", fault);
        }
    }

    /// <summary>The library throws a few plain exceptions on hostile input besides its own.</summary>
    private static bool IsDecoderFault(Exception fault) => fault is ImageFormatException or ImageProcessingException or NotSupportedException
        or IndexOutOfRangeException or NullReferenceException or ArgumentException or InvalidOperationException or OverflowException or EndOfStreamException;
}
