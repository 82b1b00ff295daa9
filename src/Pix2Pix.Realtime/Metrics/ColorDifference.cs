namespace Pix2Pix.Realtime.Metrics;

/// <summary>How different two colours look: the distance in CIE Lab (ΔE of 1976, D65). 1 is hardly seen, 2.3 just noticed, 10 seen at a glance.</summary>
internal static class ColorDifference
{
    /// <param name="one">Red, green and blue: sRGB, 0..1.</param>
    /// <param name="other">The same.</param>
    public static double Of(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var ((l1, a1, b1), (l2, a2, b2)) = (Lab(one), Lab(other));
        return Math.Sqrt(((l1 - l2) * (l1 - l2)) + ((a1 - a2) * (a1 - a2)) + ((b1 - b2) * (b1 - b2)));
    }

    private static (double L, double A, double B) Lab(ReadOnlySpan<float> color)
    {
        var (r, g, b) = (Linear(color[0]), Linear(color[1]), Linear(color[2]));
        var x = Root(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        var y = Root((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        var z = Root(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(float value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double Root(double value) => value > 216.0 / 24389 ? Math.Cbrt(value) : ((24389.0 / 27 * value) + 16) / 116;
}
