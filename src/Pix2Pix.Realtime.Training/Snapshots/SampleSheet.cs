using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Training.Networks;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Snapshots;

/// <summary>Draws rows of input | output | target into one PNG.</summary>
internal static class SampleSheet
{
    /// <summary>White between the pictures, in pixels.</summary>
    private const int Gap = 4;

    /// <param name="path">The file to make.</param>
    /// <param name="columns"><c>[N,C,H,W] float32, -1..1</c> each, C = 1, 3 or 4; one row a picture.</param>
    public static void Draw(string path, params Tensor[] columns)
    {
        var (rows, height, width) = ((int)columns[0].shape[0], (int)columns[0].shape[2], (int)columns[0].shape[3]);
        var sheet = new PixelImage((columns.Length * (width + Gap)) - Gap, (rows * (height + Gap)) - Gap);
        sheet.Rgba.AsSpan().Fill(byte.MaxValue);
        for (var column = 0; column < columns.Length; column++)
        {
            var values = TensorMemory.ToArray(columns[column]);
            var channels = (int)columns[column].shape[1];
            for (var row = 0; row < rows; row++)
            {
                var picture = values.AsSpan(row * channels * height * width, channels * height * width);
                Paint(sheet, picture, channels, height, width, column * (width + Gap), row * (height + Gap));
            }
        }

        using var image = Image.LoadPixelData<Rgba32>(sheet.Rgba, sheet.Width, sheet.Height);
        AtomicFile.Write(path, image.SaveAsPng);
    }

    private static void Paint(PixelImage sheet, ReadOnlySpan<float> picture, int channels, int height, int width, int left, int top)
    {
        var area = height * width;
        for (var y = 0; y < height; y++)
        {
            var row = sheet.Row(top + y)[(left * 4)..];
            for (var x = 0; x < width; x++)
            {
                for (var c = 0; c < 3; c++)
                {
                    var value = picture[(Math.Min(c, channels - 1) * area) + (y * width) + x];
                    row[(x * 4) + c] = (byte)Math.Clamp((value + 1) * 127.5f + 0.5f, 0, 255);
                }
            }
        }
    }
}
