namespace Pix2Pix.Realtime.App.Judging;

/// <summary>All figures of the judge, in the order of tables.</summary>
internal static class Figures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("kid_resnet18", "KID, ResNet-18", Sees.Both, 2,
            "Distance of the pictures' pooled ResNet-18 features to the photographs', unbiased; 0 = as near as other photographs. Reacts to wrong content before wrong texture.",
            (set, photographs) => Distance(set, photographs, (a, b) => KernelDistance.Between(Content(a), Content(b))))
        { Fault = ShareOfBlurred },
        new("kid_filters", "KID, random filters", Sees.Fog, 2,
            "Distance of the answers of random filters at four scales to the photographs', unbiased; 0 = as near as other photographs. Measures texture, not content.",
            (set, photographs) => Distance(set, photographs, TextureDistance.Between))
        { Fault = ShareOfBlurred },
        new("frechet_resnet18", "Fréchet, ResNet-18", Sees.Fog, 1,
            "Mostly bias on a few dozen pictures: compare it with its floor alone, over equally many pictures; not comparable with Inception-FID.",
            (set, photographs) => Distance(set, photographs, (a, b) => At(FrechetDistance.Between(Content(a), Content(b))))),
        .. Enumerable.Range(0, PictureSpectrum.OctaveCount).Select(Octave),
        new("spectrum_slope", "spectrum slope", Sees.Fog, 2,
            "Slope of the power spectrum less that of the photographs: 0 = as theirs, below 0 = detail fades too early.",
            (set, photographs) => Mean(set, picture => picture.Spectrum.Slope, photographs)),
        .. PictureSpectrum.Periods.Select(Lattice),
        new("grain", "grain of the finest detail", Sees.Both, 2,
            "0 = edges among calm surfaces, as in photographs; 1 = like noise. A grid, or rounding noise in place of detail, is spread evenly and raises it.",
            (set, photographs) => set.Pictures.Count > 0 ? At(Grain(set, photographs)) : null)
        { Fault = (value, _, _) => value },
        new("label_recovery", "label recovery, mean IoU", Sees.Fog, 3,
            "How much of the label map a network that was trained on real pairs reads back from the pictures; higher is better, and real photographs are its floor. Detects elements that are not drawn as such.",
            (set, _) => set.Labels.MeanIntersectionOverUnion is { } share ? At(share) : null)
        { Fault = (value, floor, _) => 1 - (value / floor) },
        new("l1", "L1 to the photograph", Sees.Neither, 4,
            "A pixel figure, 0..1, that prefers blur: an edge a pixel off counts twice, a grey smear once. Other photographs score worse than fog.",
            (set, _) => Pixels(set, score => score.L1)),
        new("psnr", "PSNR to the photograph, dB", Sees.Neither, 2, "A pixel figure that prefers blur, as L1 does.", (set, _) => Pixels(set, score => score.Psnr)),
        new("ssim", "SSIM to the photograph", Sees.Neither, 3, "A pixel figure that prefers blur to detail in a slightly wrong place.", (set, _) => Pixels(set, score => score.Ssim)),
    ];

    private static Figure Octave(int octave)
    {
        var (from, to) = (2 << octave, 4 << octave);
        return new Figure($"octave_{octave + 1}", $"energy at {from} to {to} pixels", Sees.Fog, 2,
            $"Power of the detail with periods of {from} to {to} pixels over that of the photographs: 1 = as theirs, below 1 = fog, above 1 = noise, too much sharpening or a plain grid.",
            (set, photographs) => Ratio(set, picture => picture.Spectrum.Octaves[octave], photographs))
        {
            // Half the power is as wrong as twice the power. Beyond a quarter and four times it is no more wrong: where blur took all of an octave, any noise would
            // otherwise count as a great part of it brought back.
            Fault = (value, _, _) => Math.Min(1, Math.Abs(Math.Log2(value)) / 2),
        };
    }

    private static Figure Lattice(int period, int index) => new(
        $"lattice_{period}", $"lattice of period {period}", Sees.Grid, 2,
        $"Power at a period of exactly {period} pixels over the power beside it, relative to the photographs': 1 = no lattice. Blind to fog.",
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
