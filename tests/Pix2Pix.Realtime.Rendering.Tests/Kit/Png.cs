using Pix2Pix.Realtime.Images;
using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Tests.Kit;

/// <summary>Reads and writes the tests' pictures.</summary>
internal static class Png
{
    public static void Save(PixelImage image, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var bitmap = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        image.Rgba.CopyTo(bitmap.GetPixelSpan());
        using var file = File.Create(path);
        bitmap.Encode(file, SKEncodedImageFormat.Png, 100);
    }

    public static PixelImage Load(string path)
    {
        using var bitmap = SKBitmap.Decode(path, new SKImageInfo { ColorType = SKColorType.Rgba8888, AlphaType = SKAlphaType.Unpremul })
            ?? throw new InvalidDataException(path);
        return new PixelImage(bitmap.Width, bitmap.Height, bitmap.GetPixelSpan().ToArray());
    }
}
