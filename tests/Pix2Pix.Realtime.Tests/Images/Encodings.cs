using Pix2Pix.Realtime.Images;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tga;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Formats.Tiff.Constants;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace Pix2Pix.Realtime.Tests.Images;

/// <summary>A picture as a file of every format that is read, as the image library's own encoders write it.</summary>
internal static class Encodings
{
    private static readonly Dictionary<string, Func<IImageEncoder>> Encoders = new()
    {
        ["png"] = () => new PngEncoder(),
        ["png-interlaced"] = () => new PngEncoder { InterlaceMethod = PngInterlaceMode.Adam7 },
        ["png-palette"] = () => new PngEncoder { ColorType = PngColorType.Palette },
        ["jpeg"] = () => new JpegEncoder { Quality = 90 },
        ["gif"] = () => new GifEncoder(),
        ["bmp"] = () => new BmpEncoder(),
        ["tga"] = () => new TgaEncoder { Compression = TgaCompression.None },
        ["tga-runs"] = () => new TgaEncoder { Compression = TgaCompression.RunLength },
        ["tiff"] = () => new TiffEncoder { Compression = TiffCompression.None },
        ["tiff-deflate"] = () => new TiffEncoder { Compression = TiffCompression.Deflate },
        ["tiff-lzw"] = () => new TiffEncoder { Compression = TiffCompression.Lzw },
        ["tiff-packbits"] = () => new TiffEncoder { Compression = TiffCompression.PackBits },
        ["webp"] = () => new WebpEncoder { FileFormat = WebpFileFormatType.Lossy },
        ["webp-lossless"] = () => new WebpEncoder { FileFormat = WebpFileFormatType.Lossless },
    };

    public static TheoryData<string> Names => [.. Encoders.Keys];

    public static IReadOnlyCollection<string> All => Encoders.Keys;

    public static byte[] Encode(string name, PixelImage picture)
    {
        using var image = Image.LoadPixelData<Rgba32>(picture.Rgba, picture.Width, picture.Height);
        return Encode(name, image);
    }

    public static byte[] Encode(string name, Image image)
    {
        using var stream = new MemoryStream();
        image.Save(stream, Encoders[name]());
        return stream.ToArray();
    }

    /// <summary>An opaque picture with soft colours, so that every format compresses it as it does photographs.</summary>
    public static PixelImage Picture(int width, int height)
    {
        var picture = new PixelImage(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = picture.Row(y)[(x * 4)..];
                (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)(x * 255 / width), (byte)(y * 255 / height), (byte)((x * 7) + (y * 3)), byte.MaxValue);
            }
        }

        return picture;
    }
}
