using Pix2Pix.Realtime.Training.Schedules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>A view of a step's pictures at half their sides, the same of all of them.</summary>
/// <param name="Part">What it shows of them.</param>
/// <param name="IsWhole">Whether that is all of them.</param>
/// <param name="Height">Of the view, in pixels.</param>
/// <param name="Width">Of the view, in pixels.</param>
internal readonly record struct HalfView(RandomCrop Part, bool IsWhole, long Height, long Width)
{
    private bool IsCrop => Part.Height == Height && Part.Width == Width;

    /// <param name="random">The step's: the same step, the same view.</param>
    /// <param name="picture"><c>[N,C,H,W]</c>, as large as all that will be seen.</param>
    /// <param name="wholeShare">How often it shows all of them, or nearly all, and not a crop as large as the view: 0..1.</param>
    /// <param name="wholeLeast">How much of the sides it shows then, at least: 0.5..1.</param>
    public static HalfView Draw(StepRandom random, Tensor picture, double wholeShare, double wholeLeast)
    {
        var (height, width) = (picture.shape[2], picture.shape[3]);
        var share = random.Uniform(RandomPurpose.WholeView) < wholeShare ? wholeLeast + ((1 - wholeLeast) * random.Uniform(RandomPurpose.WholeSize)) : 0.5;
        return new HalfView(RandomCrop.Draw(random, picture, (long)(height * share), (long)(width * share)), share == 1, height / 2, width / 2);
    }

    /// <summary>The view of a picture, or of a translation with its way back.</summary>
    public Tensor Picture(Tensor whole) =>
        IsWhole ? nn.functional.adaptive_avg_pool2d(whole, [Height, Width])
        : IsCrop ? Part.Of(whole)
        : nn.functional.interpolate(Part.Of(whole), [Height, Width], mode: InterpolationMode.Bilinear, align_corners: false);

    /// <summary>The view of a label map: between two classes there is none whose colour would be their mean.</summary>
    public Tensor Map(Tensor whole) => IsCrop ? Part.Of(whole) : nn.functional.interpolate(Part.Of(whole), [Height, Width], mode: InterpolationMode.Nearest);
}
