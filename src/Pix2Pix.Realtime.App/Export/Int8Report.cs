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

    public string Quality => FormattableString.Invariant($"PSNR against fp32: mean {Mean:F1} dB, worst {Worst:F1} dB of {Psnr.Count}");

    public string Speed => FormattableString.Invariant($"{Speedup:F2}x as fast as fp32 ({Int8Milliseconds:F1} ms against {Fp32Milliseconds:F1} ms)");

    public static string Wanted => FormattableString.Invariant($"at least {LeastMean:F0} and {LeastWorst:F0} dB");
}
