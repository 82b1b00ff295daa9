using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>
/// How differently a network that knows photographs sees a translation and its target (Johnson et al. 2016): the mean absolute difference of its early layers' values on a
/// random crop, each layer's as a share of what the target holds there, so that the weight means the same whatever the layers' scale.
/// </summary>
/// <remarks>Thread contract: the training thread. It owns the network, which never learns.</remarks>
internal sealed class PerceptualLoss(EarlyFeatures network) : IDisposable
{
    /// <summary>The crop's side, in pixels: a quarter of a 256² picture's price. Smaller pictures are seen whole.</summary>
    private const long Side = 128;

    /// <summary>Keeps the share a number where a layer sees nothing.</summary>
    private const double Smallest = 1e-6;

    /// <summary>Puts the network where the generator is.</summary>
    public void To(Device device) => network.to(device);

    /// <param name="translation"><c>[N,C,H,W] float32, -1..1</c>, with its way back.</param>
    /// <param name="target">Alike in shape; only read.</param>
    /// <param name="random">Draws the crop, one for all pairs of the step.</param>
    /// <returns>A scalar.</returns>
    public Tensor Of(Tensor translation, Tensor target, StepRandom random)
    {
        var crop = (Top: Offset(target.shape[2], RandomPurpose.CropTop), Left: Offset(target.shape[3], RandomPurpose.CropLeft));
        var (seen, wanted) = (network.forward(Crop(translation)), network.forward(Crop(target)));
        return Share(seen.Layer1, wanted.Layer1).Plus(Share(seen.Layer2, wanted.Layer2));

        Tensor Crop(Tensor picture) => picture.narrow(2, crop.Top, Math.Min(Side, picture.shape[2])).narrow(3, crop.Left, Math.Min(Side, picture.shape[3]));

        long Offset(long side, RandomPurpose purpose) => (long)(random.Uniform(purpose) * (Math.Max(0, side - Side) + 1));
    }

    public void Dispose() => network.Dispose();

    private static Tensor Share(Tensor seen, Tensor wanted) => (seen - wanted).abs().mean() / wanted.abs().mean().Plus(Smallest);
}
