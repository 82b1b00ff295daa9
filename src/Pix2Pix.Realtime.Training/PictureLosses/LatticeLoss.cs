using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>
/// How far the patterns that repeat across a translation every 8 pixels, and so every 4 and 2, are from those of its photograph. A generator's levels of stride 2 tend to draw the same details at the same
/// places of such a lattice; no single window shows it, but the mean over a row of windows does, where photographs are grey. Stateless; the training thread.
/// </summary>
/// <remarks>
/// The mean is taken over areas of 64 pixels a side, so that each kind of surface is held to its own. It is the squared distance of means: its best answer is what
/// photographs repeat on average, so it makes nothing flatter that does not repeat.
/// </remarks>
internal static class LatticeLoss
{
    /// <summary>Pixels after which the pattern repeats: three levels of stride 2.</summary>
    private const int Period = 8;

    /// <summary>Side of the areas, in pixels.</summary>
    private const int Area = 64;

    /// <param name="translation"><c>[N,C,H,W] float32, -1..1</c>, with its way back; H and W at least 8. What lies beyond a whole number of areas is left out.</param>
    /// <param name="target">Alike in shape; only read.</param>
    /// <returns>A scalar.</returns>
    public static Tensor Of(Tensor translation, Tensor target)
    {
        var (pictures, channels, height, width) = (target.shape[0], target.shape[1], target.shape[2], target.shape[3]);
        var (areaHeight, areaWidth) = (Side(height), Side(width));
        var (rows, columns) = (height / areaHeight, width / areaWidth);
        var areas = (translation - target).narrow(2, 0, rows * areaHeight).narrow(3, 0, columns * areaWidth);
        var pattern = areas.reshape(pictures, channels, rows, areaHeight / Period, Period, columns, areaWidth / Period, Period).mean([3, 6]);
        return (pattern - pattern.mean([3, 5], keepdim: true)).square().mean();
    }

    private static long Side(long pixels) => Math.Min(Area, pixels / Period * Period);
}
