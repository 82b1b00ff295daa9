using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Metrics;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>How near a picture is to its photograph, pixel by pixel. All three prefer blur to detail in a slightly wrong place.</summary>
/// <param name="L1">Mean absolute difference, 0..1; lower is nearer.</param>
/// <param name="Psnr">In dB; higher is nearer.</param>
/// <param name="Ssim">-1..1; higher is nearer.</param>
internal readonly record struct PixelScore(double L1, double Psnr, double Ssim)
{
    public static PixelScore Of(ReadOnlySpan<float> picture, ReadOnlySpan<float> photograph, FrameShape shape) => new(
        PictureDistance.L1(picture, photograph), PictureDistance.Psnr(picture, photograph), StructuralSimilarity.Compare(picture, photograph, shape));
}
