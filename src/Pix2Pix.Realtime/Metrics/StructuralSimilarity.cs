using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Metrics;

/// <summary>
/// SSIM of the brightness of two pictures: Gaussian window 11x11 with deviation 1.5, K1 = 0.01, K2 = 0.03, windows inside the picture only
/// (Wang, Bovik, Sheikh, Simoncelli: "Image quality assessment: from error visibility to structural similarity", 2004).
/// </summary>
internal static class StructuralSimilarity
{
    private const int Radius = 5;
    private const int Window = (2 * Radius) + 1;
    private const double Deviation = 1.5;
    private const double C1 = 0.01 * 0.01;
    private const double C2 = 0.03 * 0.03;

    private static readonly float[] Kernel = MakeKernel();

    /// <summary>The mean over the picture, -1..1: 1 = equal.</summary>
    /// <param name="a">Planar <c>[1,C,H,W]</c>, -1..1; C is 1 (grey) or at least 3 (RGB first).</param>
    /// <param name="b">The same shape.</param>
    /// <param name="shape">Sides of at least 11 pixels.</param>
    public static double Compare(ReadOnlySpan<float> a, ReadOnlySpan<float> b, FrameShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.Width, Window);
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.Height, Window);
        var x = Brightness(a, shape);
        var y = Brightness(b, shape);
        var meanX = Blur(x, shape);
        var meanY = Blur(y, shape);
        var squareX = Blur(Product(x, x), shape);
        var squareY = Blur(Product(y, y), shape);
        var cross = Blur(Product(x, y), shape);
        var sum = 0.0;
        for (var i = 0; i < meanX.Length; i++)
        {
            double mx = meanX[i], my = meanY[i];
            var varianceX = squareX[i] - (mx * mx);
            var varianceY = squareY[i] - (my * my);
            var covariance = cross[i] - (mx * my);
            sum += ((2 * mx * my) + C1) * ((2 * covariance) + C2) / (((mx * mx) + (my * my) + C1) * (varianceX + varianceY + C2));
        }

        return sum / meanX.Length;
    }

    /// <summary>Luma of ITU-R BT.601 on the 0..1 scale.</summary>
    private static float[] Brightness(ReadOnlySpan<float> picture, FrameShape shape)
    {
        var area = shape.Width * shape.Height;
        var luma = new float[area];
        for (var i = 0; i < area; i++)
        {
            var value = shape.Channels < 3 ? picture[i] : (0.299f * picture[i]) + (0.587f * picture[area + i]) + (0.114f * picture[(2 * area) + i]);
            luma[i] = (value + 1) / 2;
        }

        return luma;
    }

    private static float[] Product(float[] x, float[] y)
    {
        var product = new float[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            product[i] = x[i] * y[i];
        }

        return product;
    }

    /// <summary>The weighted mean in each window that lies inside the picture: rows first, then columns.</summary>
    private static float[] Blur(float[] picture, FrameShape shape)
    {
        var (width, height) = (shape.Width - Window + 1, shape.Height - Window + 1);
        var rows = new float[width * shape.Height];
        for (var y = 0; y < shape.Height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var k = 0; k < Window; k++)
                {
                    sum += Kernel[k] * picture[(y * shape.Width) + x + k];
                }

                rows[(y * width) + x] = sum;
            }
        }

        var blurred = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var k = 0; k < Window; k++)
                {
                    sum += Kernel[k] * rows[((y + k) * width) + x];
                }

                blurred[(y * width) + x] = sum;
            }
        }

        return blurred;
    }

    private static float[] MakeKernel()
    {
        var weights = Enumerable.Range(-Radius, Window).Select(offset => Math.Exp(-(offset * offset) / (2 * Deviation * Deviation))).ToArray();
        var total = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / total))];
    }
}
