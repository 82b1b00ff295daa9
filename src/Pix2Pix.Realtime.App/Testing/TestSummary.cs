namespace Pix2Pix.Realtime.App.Testing;

/// <summary>The summary of a generator's test.</summary>
/// <param name="Model">The generator's file.</param>
/// <param name="Data">The dataset's folder and part.</param>
/// <param name="Pairs">Every pair's score, in the dataset's order.</param>
/// <param name="Frechet">Distance of the outputs' features to the targets'; null where there are fewer than two pairs.</param>
internal sealed record TestSummary(string Model, string Data, IReadOnlyList<PairScore> Pairs, double? Frechet)
{
    /// <summary>Said wherever the distance is shown, because figures of other networks can't be compared with it.</summary>
    public const string FrechetNote = "Fréchet distance of ResNet-18 features (512 values per image); not comparable with Inception FID";

    public double L1 => Pairs.Average(pair => pair.L1);

    public double Psnr => Pairs.Average(pair => pair.Psnr);

    public double Ssim => Pairs.Average(pair => pair.Ssim);
}
