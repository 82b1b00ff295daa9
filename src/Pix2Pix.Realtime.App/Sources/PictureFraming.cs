using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Brings a still picture to the model's size as ffmpeg's filters do with a video's.</summary>
internal static class PictureFraming
{
    /// <param name="picture">Any size.</param>
    /// <param name="target">Overwritten; of the options' size.</param>
    /// <param name="options">Framing.</param>
    public static void Draw(PixelImage picture, PixelImage target, SourceOptions options)
    {
        var (horizontal, vertical) = ((double)target.Width / picture.Width, (double)target.Height / picture.Height);
        var factor = options.Framing == SourceFraming.Crop ? Math.Max(horizontal, vertical) : Math.Min(horizontal, vertical);
        var scaled = ImageFile.ResizeBicubic(picture, Scaled(picture.Width, factor), Scaled(picture.Height, factor));
        var (left, top) = ((target.Width - scaled.Width) / 2, (target.Height - scaled.Height) / 2);
        for (var y = 0; y < target.Height; y++)
        {
            var row = target.Row(y);
            for (var x = 0; x < target.Width; x++)
            {
                var (fromX, fromY) = (x - left, y - top);
                var isInside = fromX >= 0 && fromX < scaled.Width && fromY >= 0 && fromY < scaled.Height;
                var from = isInside ? scaled.Row(fromY).Slice(fromX * 4, 4) : Bar;
                from.CopyTo(row[(x * 4)..]);
            }
        }
    }

    /// <summary>Opaque black.</summary>
    private static ReadOnlySpan<byte> Bar => [0, 0, 0, byte.MaxValue];

    private static int Scaled(int length, double factor) => Math.Max((int)Math.Round(length * factor), 1);
}
