using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Synthesis.Camera;

/// <summary>What a JPEG of a quality loses: blocks of 8x8 cosines, rounded; colour at half the resolution.</summary>
internal static class JpegLoss
{
    // The standard's example table for brightness, whose rounding colour shares here.
    private static ReadOnlySpan<byte> Steps =>
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    /// <param name="image">Changed in place.</param>
    /// <param name="quality">30..99; 100 changes nothing.</param>
    /// <returns>The picture itself.</returns>
    public static PixelImage Apply(PixelImage image, int quality)
    {
        if (quality >= 100)
        {
            return image;
        }

        var scale = quality < 50 ? 50f / quality : 2 - (quality / 50f);
        Span<float> steps = stackalloc float[64];
        for (var i = 0; i < 64; i++)
        {
            steps[i] = MathF.Max(1, Steps[i] * scale);
        }

        Span<float> red = stackalloc float[256], green = stackalloc float[256], blue = stackalloc float[256];
        for (var y = 0; y < image.Height; y += 16)
        {
            for (var x = 0; x < image.Width; x += 16)
            {
                Read(image, x, y, red, green, blue);
                Compress(red, green, blue, steps);
                Write(image, x, y, red, green, blue);
            }
        }

        return image;
    }

    /// <summary>A tile of 16x16, as brightness and two colour differences; beyond the picture its edge repeats.</summary>
    private static void Read(PixelImage image, int left, int top, Span<float> luma, Span<float> blueness, Span<float> redness)
    {
        for (var i = 0; i < 256; i++)
        {
            var pixel = image.Row(Math.Min(top + (i / 16), image.Height - 1)).Slice(Math.Min(left + (i % 16), image.Width - 1) * 4, 3);
            luma[i] = (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]);
            (blueness[i], redness[i]) = ((pixel[2] - luma[i]) * 0.564f, (pixel[0] - luma[i]) * 0.713f);
        }
    }

    private static void Compress(Span<float> luma, Span<float> blueness, Span<float> redness, ReadOnlySpan<float> steps)
    {
        Span<float> block = stackalloc float[64];
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var corner = (quarter / 2 * 128) + (quarter % 2 * 8);
            for (var i = 0; i < 64; i++)
            {
                block[i] = luma[corner + (i / 8 * 16) + (i % 8)] - 128;
            }

            CosineBlock.Round(block, steps);
            for (var i = 0; i < 64; i++)
            {
                luma[corner + (i / 8 * 16) + (i % 8)] = block[i] + 128;
            }
        }

        HalfResolution(blueness, block, steps);
        HalfResolution(redness, block, steps);
    }

    private static void HalfResolution(Span<float> plane, Span<float> block, ReadOnlySpan<float> steps)
    {
        for (var i = 0; i < 64; i++)
        {
            var at = (i / 8 * 32) + (i % 8 * 2);
            block[i] = (plane[at] + plane[at + 1] + plane[at + 16] + plane[at + 17]) / 4;
        }

        CosineBlock.Round(block, steps);
        for (var i = 0; i < 256; i++)
        {
            plane[i] = block[(i / 32 * 8) + (i % 16 / 2)];
        }
    }

    private static void Write(PixelImage image, int left, int top, ReadOnlySpan<float> luma, ReadOnlySpan<float> blueness, ReadOnlySpan<float> redness)
    {
        for (var y = top; y < Math.Min(top + 16, image.Height); y++)
        {
            for (var x = left; x < Math.Min(left + 16, image.Width); x++)
            {
                var i = ((y - top) * 16) + x - left;
                var pixel = image.Row(y).Slice(x * 4, 3);
                pixel[0] = Byte(luma[i] + (1.402f * redness[i]));
                pixel[1] = Byte(luma[i] - (0.344f * blueness[i]) - (0.714f * redness[i]));
                pixel[2] = Byte(luma[i] + (1.772f * blueness[i]));
            }
        }
    }

    private static byte Byte(float value) => (byte)(Math.Clamp(value, 0, 255) + 0.5f);
}
