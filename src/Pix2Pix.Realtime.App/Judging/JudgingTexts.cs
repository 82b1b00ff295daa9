namespace Pix2Pix.Realtime.App.Judging;

/// <summary>The figures of the judge, and what each of them measures.</summary>
internal static class JudgingTexts
{
    public const string KidContent = "KID, ResNet-18";
    public const string KidContentHelp = "Distance of the pictures' pooled ResNet-18 features to the photographs', unbiased; 0 = as near as other photographs. Reacts to wrong content before wrong texture.";
    public const string KidTexture = "KID, random filters";
    public const string KidTextureHelp = "Distance of the answers of random filters at four scales to the photographs', unbiased; 0 = as near as other photographs. Measures texture, not content.";
    public const string Frechet = "Fréchet, ResNet-18";
    public const string FrechetHelp = "Mostly bias on a few dozen pictures: compare it with its floor alone, over equally many pictures; not comparable with Inception-FID.";
    public static string Octave(int from, int to) => $"energy at {from} to {to} pixels";
    public static string OctaveHelp(int from, int to) => $"Power of the detail with periods of {from} to {to} pixels over that of the photographs: 1 = as theirs, below 1 = fog, above 1 = noise, too much sharpening or a plain grid.";
    public const string Slope = "spectrum slope";
    public const string SlopeHelp = "Slope of the power spectrum less that of the photographs: 0 = as theirs, below 0 = detail fades too early.";
    public static string Lattice(int period) => $"lattice of period {period}";
    public static string LatticeHelp(int period) => $"Power at a period of exactly {period} pixels over the power beside it, relative to the photographs': 1 = no lattice. Blind to fog.";
    public const string Grain = "grain of the finest detail";
    public const string GrainHelp = "0 = edges among calm surfaces, as in photographs; 1 = like noise. A grid, or rounding noise in place of detail, is spread evenly and raises it.";
    public const string LabelRecovery = "label recovery, mean IoU";
    public const string LabelRecoveryHelp = "How much of the label map a network that was trained on real pairs reads back from the pictures; higher is better, and real photographs are its floor. Detects elements that are not drawn as such.";
    public const string L1 = "L1 to the photograph";
    public const string L1Help = "A pixel figure, 0..1, that prefers blur: an edge a pixel off counts twice, a grey smear once. Other photographs score worse than fog.";
    public const string Psnr = "PSNR to the photograph, dB";
    public const string PsnrHelp = "A pixel figure that prefers blur, as L1 does.";
    public const string Ssim = "SSIM to the photograph";
    public const string SsimHelp = "A pixel figure that prefers blur to detail in a slightly wrong place.";
}
