namespace Pix2Pix.Realtime.Metrics;

/// <summary>Pixel by pixel distances of two pictures in the generator's range, -1..1, any layout so long as both have the same.</summary>
internal static class PictureDistance
{
    /// <summary>-1..1 is twice as wide as the 0..1 in which distances are quoted.</summary>
    private const float Scale = 0.5f;

    /// <summary>Mean absolute difference on the 0..1 scale: 0 = equal, 1 = black against white.</summary>
    public static double L1(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        RequireSameLength(a, b);
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return sum * Scale / a.Length;
    }

    /// <summary>Peak signal-to-noise ratio in dB, peak 1 on the 0..1 scale; infinite for equal pictures.</summary>
    public static double Psnr(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        RequireSameLength(a, b);
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = (a[i] - b[i]) * Scale;
            sum += difference * difference;
        }

        return -10 * Math.Log10(sum / a.Length);
    }

    private static void RequireSameLength(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length || a.Length == 0)
        {
            throw new ArgumentException($"Expected two images of the same size, found {a.Length} and {b.Length} values.", nameof(b));
        }
    }
}
