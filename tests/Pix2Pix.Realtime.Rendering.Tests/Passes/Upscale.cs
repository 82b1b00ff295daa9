using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

/// <summary>The up-scaling filters written out plainly, texel by texel, for one channel.</summary>
internal static class Upscale
{
    /// <param name="source">The picture.</param>
    /// <param name="at">In pixels of the picture; the first one's centre is 0.5, 0.5.</param>
    /// <param name="filter">Which formula.</param>
    /// <param name="sharpness">0..1, for <see cref="UpscaleFilter.Sharp"/>.</param>
    /// <returns>0..255.</returns>
    public static double Red(PixelImage source, Vector2 at, UpscaleFilter filter, double sharpness)
    {
        var (left, top) = ((int)Math.Floor(at.X - 0.5), (int)Math.Floor(at.Y - 0.5));
        var (fx, fy) = (at.X - 0.5 - left, at.Y - 0.5 - top);
        double Texel(int x, int y) => source.Row(Math.Clamp(y, 0, source.Height - 1))[Math.Clamp(x, 0, source.Width - 1) * 4];
        double Weighted(Func<double, double> kernel)
        {
            var sum = 0.0;
            for (var y = -1; y <= 2; y++)
            {
                for (var x = -1; x <= 2; x++)
                {
                    sum += kernel(x - fx) * kernel(y - fy) * Texel(left + x, top + y);
                }
            }

            return sum;
        }

        if (filter == UpscaleFilter.Nearest)
        {
            return Texel((int)at.X, (int)at.Y);
        }

        if (filter == UpscaleFilter.Smooth)
        {
            return Weighted(distance => Math.Max(0, 1 - Math.Abs(distance)));
        }

        double[] corners = [Texel(left, top), Texel(left + 1, top), Texel(left, top + 1), Texel(left + 1, top + 1)];
        var curve = Weighted(CatmullRom);
        return Math.Clamp(curve + (sharpness * (curve - corners.Average())), corners.Min(), corners.Max());
    }

    private static double CatmullRom(double distance) => Math.Abs(distance) switch
    {
        < 1 and var d => 1 + (d * d * ((1.5 * d) - 2.5)),
        < 2 and var d => 2 + (d * (-4 + (d * (2.5 - (0.5 * d))))),
        _ => 0,
    };
}
