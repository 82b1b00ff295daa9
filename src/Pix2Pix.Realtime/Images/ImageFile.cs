using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images.Formats;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Pix2Pix.Realtime.Images;

/// <summary>
/// Reads and writes picture files. Reads JPEG, PNG, GIF, BMP, WebP, TGA and TIFF in grey, colour, palette, 16-bit or CMYK, turned upright as their EXIF
/// data says, and the first picture of a file of several. Any thread.
/// </summary>
public static class ImageFile
{
    /// <summary>The largest picture that is read, uncompressed at 16 bits, is as large.</summary>
    private const long MostBytes = 512L << 20;

    private const int JpegQuality = 92;

    /// <summary>From this one of EXIF's orientations on, a picture lies on its side.</summary>
    private const int FirstTurned = 5;

    private static readonly HashSet<string> JpegEndings = new([".jpg", ".jpeg", ".jpe", ".jfif"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Endings = new([.. JpegEndings, ".png", ".bmp", ".gif", ".webp", ".tga", ".tif", ".tiff"], StringComparer.OrdinalIgnoreCase);

    /// <summary>How the names of pictures that can be read end, with their dots.</summary>
    public static IEnumerable<string> NameEndings => Endings;

    /// <summary>Whether a file's name ends as that of a picture that can be read.</summary>
    public static bool IsPicture(string path) => Endings.Contains(Path.GetExtension(path));

    /// <summary>Whether a file's name ends as a JPEG's does.</summary>
    public static bool IsJpeg(string path) => JpegEndings.Contains(Path.GetExtension(path));

    /// <summary>Reads a picture.</summary>
    /// <exception cref="UserException">The file is missing, may not be read, is no picture, cut, damaged, or too large.</exception>
    public static PixelImage Load(string path)
    {
        try
        {
            return Decode(ReadAll(path));
        }
        catch (UserException fault)
        {
            throw new UserException($"'{path}': {fault.Message}", fault);
        }
    }

    /// <summary>The size of a picture without decoding it, upright; null where the file is no whole picture.</summary>
    public static PixelSize? Measure(string path)
    {
        try
        {
            var coded = CodedPicture.Read(ReadAll(path));
            var (width, height) = coded.Screen is { } screen ? (screen.Width, screen.Height) : (coded.Width, coded.Height);
            return coded.Orientation >= FirstTurned ? new PixelSize(height, width) : new PixelSize(width, height);
        }
        catch (UserException)
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
            var coded = CodedPicture.Read(bytes);
            using var image = Image.Load<Rgba32>(coded.Bytes);
            if ((image.Width, image.Height) != (coded.Width, coded.Height))
            {
                throw new UserException($"Expected a picture of {coded.Width}x{coded.Height}, as its file says, found {image.Width}x{image.Height}; copy or download the file again.");
            }

            if (coded.Screen is { } screen)
            {
                using var whole = new Image<Rgba32>(screen.Width, screen.Height);
                whole.Mutate(context => context.DrawImage(image, new Point(screen.Left, screen.Top), PixelColorBlendingMode.Normal, PixelAlphaCompositionMode.Src, opacity: 1));
                return Upright(whole, coded.Orientation);
            }

            return Upright(image, coded.Orientation);
        }
        catch (NotSupportedException fault)
        {
            throw new UserException($"Expected a supported image format, but {fault.Message.Split('\n')[0].Trim()} Convert it to PNG first.", fault);
        }
        catch (Exception fault) when (fault is not UserException)
        {
            // A decoder of other people's files: whatever it throws is about this file.
            throw new UserException($"Expected a complete picture, but it is damaged ({fault.Message.Split('\n')[0].Trim().TrimEnd('.')}); copy or download the file again.", fault);
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

    private static PixelImage Upright(Image<Rgba32> image, int orientation)
    {
        if (orientation != TiffDirectory.Upright)
        {
            image.Metadata.ExifProfile = new ExifProfile();
            image.Metadata.ExifProfile.SetValue(ExifTag.Orientation, (ushort)orientation);
            image.Mutate(context => context.AutoOrient());
        }

        var picture = new PixelImage(image.Width, image.Height);
        image.CopyPixelDataTo(picture.Rgba);
        return picture;
    }

    private static byte[] ReadAll(string path)
    {
        if (RegularFile.WhyNot(path) is { } found)
        {
            throw new UserException($"Expected an image, found {(found == "none" ? "no such file" : found)}; check the path.");
        }

        try
        {
            return DataFile.ReadBytes(path, MostBytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"Expected an image that can be read, but: {fault.Message}", fault);
        }
    }
}
