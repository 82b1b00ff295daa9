namespace Pix2Pix.Realtime.App.Judging;

/// <summary>KID of the answers of random filters, each in standard deviations of the photographs'.</summary>
internal static class TextureDistance
{
    /// <summary>
    /// Further off than this many deviations is no more wrong. Blur takes all of the finest scale, hundreds of deviations under the cube of the kernel, and
    /// without a limit that would hide everything else.
    /// </summary>
    private const double Limit = 2;

    /// <param name="set">At least 2 pictures.</param>
    /// <param name="photographs">At least 2.</param>
    public static Estimate Between(IReadOnlyList<DescribedPicture> set, IReadOnlyList<DescribedPicture> photographs)
    {
        var means = new double[RandomFilters.Length];
        var deviations = new double[RandomFilters.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var mean = photographs.Average(photograph => photograph.Texture[i]);
            means[i] = mean;
            deviations[i] = Math.Sqrt(photographs.Average(photograph => Math.Pow(photograph.Texture[i] - mean, 2)));
        }

        return KernelDistance.Between([.. set.Select(Standard)], [.. photographs.Select(Standard)]);

        float[] Standard(DescribedPicture picture) =>
            [.. picture.Texture.Select((value, i) => (float)Math.Clamp((value - means[i]) / Math.Max(deviations[i], 1e-6), -Limit, Limit))];
    }
}
