namespace Pix2Pix.Realtime.App.Export;

/// <summary>The quality cost and speed-up of int8 against the same generator in fp32.</summary>
/// <param name="Psnr">In dB, of each judged picture.</param>
/// <param name="Fp32Milliseconds">One bare run, median.</param>
/// <param name="Int8Milliseconds">One bare run, median; runs of both took turns.</param>
internal sealed record Int8Report(IReadOnlyList<double> Psnr, double Fp32Milliseconds, double Int8Milliseconds)
{
    private const double LeastMean = 35;
    private const double LeastWorst = 30;

    public double Mean => Psnr.Average();

    public double Worst => Psnr.Min();

    public double Speedup => Fp32Milliseconds / Int8Milliseconds;

    /// <summary>Whether a user can't tell it from fp32.</summary>
    public bool IsGoodEnough => Mean >= LeastMean && Worst >= LeastWorst;

    public string Quality => ExportTexts.Quality(Mean, Worst, Psnr.Count);

    public string Speed => ExportTexts.Speed(Speedup, Int8Milliseconds, Fp32Milliseconds);

    public static string Wanted => ExportTexts.Wanted(LeastMean, LeastWorst);
}
