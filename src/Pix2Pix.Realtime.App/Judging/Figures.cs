namespace Pix2Pix.Realtime.App.Judging;

/// <summary>All figures of the judge, in the order of tables.</summary>
internal static class Figures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("kid_resnet18", JudgingTexts.KidContent, Sees.Both, 2,
            JudgingTexts.KidContentHelp,
            (set, photographs) => Distance(set, photographs, (a, b) => KernelDistance.Between(Content(a), Content(b))))
        { Fault = ShareOfBlurred },
        new("kid_filters", JudgingTexts.KidTexture, Sees.Fog, 2,
            JudgingTexts.KidTextureHelp,
            (set, photographs) => Distance(set, photographs, TextureDistance.Between))
        { Fault = ShareOfBlurred },
        new("frechet_resnet18", JudgingTexts.Frechet, Sees.Fog, 1,
            JudgingTexts.FrechetHelp,
            (set, photographs) => Distance(set, photographs, (a, b) => At(FrechetDistance.Between(Content(a), Content(b))))),
        .. Enumerable.Range(0, PictureSpectrum.OctaveCount).Select(Octave),
        new("spectrum_slope", JudgingTexts.Slope, Sees.Fog, 2,
            JudgingTexts.SlopeHelp,
            (set, photographs) => Mean(set, picture => picture.Spectrum.Slope, photographs)),
        .. PictureSpectrum.Periods.Select(Lattice),
        new("grain", JudgingTexts.Grain, Sees.Both, 2,
            JudgingTexts.GrainHelp,
            (set, photographs) => set.Pictures.Count > 0 ? At(Grain(set, photographs)) : null)
        { Fault = (value, _, _) => value },
        new("label_recovery", JudgingTexts.LabelRecovery, Sees.Fog, 3,
            JudgingTexts.LabelRecoveryHelp,
            (set, _) => set.Labels.MeanIntersectionOverUnion is { } share ? At(share) : null)
        { Fault = (value, floor, _) => 1 - (value / floor) },
        new("l1", JudgingTexts.L1, Sees.Neither, 4,
            JudgingTexts.L1Help,
            (set, _) => Pixels(set, score => score.L1)),
        new("psnr", JudgingTexts.Psnr, Sees.Neither, 2, JudgingTexts.PsnrHelp, (set, _) => Pixels(set, score => score.Psnr)),
        new("ssim", JudgingTexts.Ssim, Sees.Neither, 3, JudgingTexts.SsimHelp, (set, _) => Pixels(set, score => score.Ssim)),
    ];

    private static Figure Octave(int octave)
    {
        var (from, to) = (2 << octave, 4 << octave);
        return new Figure($"octave_{octave + 1}", JudgingTexts.Octave(from, to), Sees.Fog, 2,
            JudgingTexts.OctaveHelp(from, to),
            (set, photographs) => Ratio(set, picture => picture.Spectrum.Octaves[octave], photographs))
        {
            // Half the power is as wrong as twice the power. Beyond a quarter and four times it is no more wrong: where blur took all of an octave, any noise would
            // otherwise count as a great part of it brought back.
            Fault = (value, _, _) => Math.Min(1, Math.Abs(Math.Log2(value)) / 2),
        };
    }

    private static Figure Lattice(int period, int index) => new(
        $"lattice_{period}", JudgingTexts.Lattice(period), Sees.Grid, 2,
        JudgingTexts.LatticeHelp(period),
        (set, photographs) => Ratio(set, picture => picture.Spectrum.Lattice[index], photographs))
    {
        Fault = (value, _, _) => Math.Log10(Math.Max(value, 1)),
    };

    private static double Grain(JudgedSet set, JudgedSet photographs)
    {
        var calm = photographs.Pictures.Average(picture => RandomFilters.Finest(picture.Texture));
        return (set.Pictures.Average(picture => RandomFilters.Finest(picture.Texture)) - calm) / Math.Max(RandomFilters.OfNoise - calm, 0.05);
    }

    private static double ShareOfBlurred(double value, double floor, double blurred) => value / blurred;

    private static Estimate? Distance(JudgedSet set, JudgedSet photographs, Func<IReadOnlyList<DescribedPicture>, IReadOnlyList<DescribedPicture>, Estimate> between) =>
        set.Pictures.Count > 1 && photographs.Pictures.Count > 1 ? between(set.Pictures, photographs.Pictures) : null;

    private static IReadOnlyList<float[]> Content(IReadOnlyList<DescribedPicture> pictures) => [.. pictures.Select(picture => picture.Content)];

    private static Estimate? Ratio(JudgedSet set, Func<DescribedPicture, double> logarithm, JudgedSet photographs) =>
        Mean(set, logarithm, photographs) is { } mean ? At(Math.Exp(mean.Value)) : null;

    private static Estimate? Mean(JudgedSet set, Func<DescribedPicture, double> value, JudgedSet photographs) =>
        set.Pictures.Count > 0 ? At(set.Pictures.Average(value) - photographs.Pictures.Average(value)) : null;

    private static Estimate? Pixels(JudgedSet set, Func<PixelScore, double> value) => set.Pixels.Count > 0 ? At(set.Pixels.Average(value)) : null;

    private static Estimate At(double value) => new(value, value, value);
}
