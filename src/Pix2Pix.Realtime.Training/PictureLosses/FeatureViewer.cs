using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>Shows a step's pairs to a network that knows photographs: once, for the perceptual loss and the discriminator alike.</summary>
/// <remarks>
/// It sees one crop of half the sides at a random place: a quarter of the price, another view of few photographs at each step, and no pixel always lies at the same place
/// under the network's strides, which would print their lattice into the translations. Thread contract: the training thread. It owns the network, which never learns.
/// </remarks>
internal sealed class FeatureViewer(EarlyFeatures network) : IDisposable
{
    /// <summary>Keeps the shares numbers where a layer sees nothing.</summary>
    private const double Smallest = 1e-6;

    /// <summary>Puts the network where the generator is.</summary>
    public void To(Device device) => network.to(device);

    /// <param name="map">What was translated: <c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <param name="translation">Its translation, alike in size, with its way back.</param>
    /// <param name="input">The label map of the photograph; only read.</param>
    /// <param name="target">The photograph; only read.</param>
    /// <param name="random">Draws the crop, one for all pairs of the step.</param>
    public (FeatureView Translated, FeatureView Real) Of(Tensor map, Tensor translation, Tensor input, Tensor target, StepRandom random)
    {
        var crop = RandomCrop.Draw(random, target, target.shape[2] / 2, target.shape[3] / 2);
        var (translated, photograph) = (crop.Of(translation), crop.Of(target));
        var (seen, wanted) = (network.forward(translated), network.forward(photograph));
        var (scale1, scale2) = (wanted.Layer1.mean().Plus(Smallest), wanted.Layer2.mean().Plus(Smallest));
        return (
            new FeatureView(cat([crop.Of(map), translated], 1), seen.Layer1 / scale1, seen.Layer2 / scale2),
            new FeatureView(cat([crop.Of(input), photograph], 1), wanted.Layer1 / scale1, wanted.Layer2 / scale2));
    }

    public void Dispose() => network.Dispose();
}
