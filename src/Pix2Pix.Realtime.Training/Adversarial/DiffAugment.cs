using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>
/// Changes what a conditional discriminator sees of a pair, so that it can't learn a few photographs by heart (DiffAugment: Zhao et al. 2020, arXiv 2006.10738): brightness,
/// saturation and contrast of the picture alone, for a label map's colours are its classes, then one shift and one cut-out of both, so that they still fit each other.
/// </summary>
/// <remarks>
/// All that is judged in a step is seen by the same views, real and translated pairs alike; what falls out or is cut out is 0. Every part is differentiable, so the generator
/// learns through it. Stateless; the training thread.
/// </remarks>
internal static class DiffAugment
{
    /// <summary>The hole's side, as a share of the picture's.</summary>
    private const double HoleSize = 0.5;

    /// <param name="input"><c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <param name="picture"><c>[N,C,H,W] float32, -1..1</c>: a photograph or a translation.</param>
    /// <param name="views">One for each pair.</param>
    /// <returns>Input and picture, joined by channel.</returns>
    public static Tensor Of(Tensor input, Tensor picture, IReadOnlyList<PairView> views)
    {
        var pairs = views.Select((view, i) => CutOut(Shift(cat([input.narrow(0, i, 1), Colour(picture.narrow(0, i, 1), view)], 1), view), view)).ToArray();
        return pairs.Length == 1 ? pairs[0] : cat(pairs);
    }

    /// <summary>Opacity, a fourth channel, stays as it is.</summary>
    private static Tensor Colour(Tensor picture, PairView view)
    {
        var planes = Math.Min(picture.shape[1], 3);
        var colours = picture.narrow(1, 0, planes).Plus(view.Brightness);
        var grey = colours.mean([1], keepdim: true);
        colours = grey.Plus((colours - grey).Times(view.Saturation));
        var level = colours.mean([1, 2, 3], keepdim: true);
        colours = level.Plus((colours - level).Times(view.Contrast));
        return planes == picture.shape[1] ? colours : cat([colours, picture.narrow(1, planes, picture.shape[1] - planes)], 1);
    }

    private static Tensor Shift(Tensor pair, PairView view)
    {
        var (height, width) = (pair.shape[2], pair.shape[3]);
        var (down, right) = ((long)Math.Round(view.ShiftY * height), (long)Math.Round(view.ShiftX * width));
        var room = (long)Math.Ceiling(PairView.LargestShift * Math.Max(height, width));
        return nn.functional.pad(pair, [room, room, room, room]).narrow(2, room - down, height).narrow(3, room - right, width);
    }

    private static Tensor CutOut(Tensor pair, PairView view)
    {
        var (top, tall) = Hole(view.HoleY, pair.shape[2]);
        var (left, wide) = Hole(view.HoleX, pair.shape[3]);
        var mask = ones([1, 1, pair.shape[2], pair.shape[3]], device: pair.device);
        mask.narrow(2, top, tall).narrow(3, left, wide).zero_();
        return pair * mask;
    }

    /// <summary>Where a hole begins and how much of it lies within the picture; its middle always does.</summary>
    private static (long Start, long Length) Hole(double middle, long side)
    {
        var half = (long)(side * HoleSize / 2);
        var centre = (long)(middle * side);
        var start = Math.Max(0, centre - half);
        return (start, Math.Min(side, centre + half) - start);
    }
}
