using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Schedules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Steps;

/// <summary>
/// Bends label maps by a smooth random field (Katiyar and Khoreva 2020, arXiv 2011.12636): the generator translates the bent map while real pairs stay straight, so the
/// discriminator learns to look at how picture and map fit, and the generator can't learn the few maps by heart. Classes stay classes: each pixel is another's copy.
/// </summary>
/// <remarks>Drawn on the processor from the step's seed, so a resumed run bends alike. Stateless; the training thread.</remarks>
internal static class LabelWarp
{
    /// <summary>How many points a side bend the map; between them the field is a bicubic surface.</summary>
    private const int Points = 5;

    /// <param name="input"><c>[N,C,H,W] float32</c>; only read.</param>
    /// <param name="strength">The largest shift of a point, as a share of the side.</param>
    /// <param name="random">Draws the shifts, other ones for each pair.</param>
    /// <returns>Alike in shape; what comes from beyond the border is the border's copy.</returns>
    public static Tensor Of(Tensor input, double strength, StepRandom random)
    {
        using var drawn = new TensorRandom(CPU);
        drawn.Restart(random.Bits(RandomPurpose.Warp));
        var (pairs, height, width) = (input.shape[0], input.shape[2], input.shape[3]);

        // Sampling counts from -1 to 1, so a side is 2 long.
        var shifts = drawn.Uniform([pairs, 2, Points, Points]).Times(2).Plus(-1).Times(2 * strength).to(input.device);
        var field = nn.functional.interpolate(shifts, [height, width], mode: InterpolationMode.Bicubic, align_corners: true);
        var straight = nn.functional.affine_grid(eye(2, 3, device: input.device).expand(pairs, 2, 3), [pairs, input.shape[1], height, width], align_corners: false);
        return nn.functional.grid_sample(input, straight.Plus(field.permute(0, 2, 3, 1)), GridSampleMode.Nearest, GridSamplePaddingMode.Border, align_corners: false);
    }
}
