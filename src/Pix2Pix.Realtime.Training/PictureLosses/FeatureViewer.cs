using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>Shows a step's pairs to a network that knows photographs: once, for the perceptual loss and the discriminator alike.</summary>
/// <remarks>
/// It sees a crop of half the sides at a random place, or the whole picture, or nearly the whole, at half its size: a quarter of the price, and another view of few photographs at each step.
/// The crop has the finest details; only the whole picture shows that a sky is bright, a wall even, and the street below. Where none of its pixels always lies at the same place under the network,
/// nothing is drawn at the same place of every translation, and the network's strides don't print their lattice into them. Thread contract: the training thread. It owns the network, which never learns.
/// </remarks>
/// <param name="network">Sees; owned by the viewer.</param>
/// <param name="wholeShare">The share of steps in which it sees the whole picture: 0..1.</param>
/// <param name="wholeLeast">How much of it at least, as a share of the sides: 0.5..1.</param>
internal sealed class FeatureViewer(EarlyFeatures network, double wholeShare, double wholeLeast = 1) : IDisposable
{
    /// <summary>Keeps the shares numbers where a layer sees nothing.</summary>
    private const double Smallest = 1e-6;

    /// <summary>Puts the network where the generator is.</summary>
    public void To(Device device) => network.to(device);

    /// <param name="map">What was translated: <c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <param name="translation">Its translation, alike in size, with its way back.</param>
    /// <param name="input">The label map of the photograph; only read.</param>
    /// <param name="target">The photograph; only read.</param>
    /// <param name="random">Draws the view, one for all pairs of the step.</param>
    public (FeatureView Translated, FeatureView Real) Of(Tensor map, Tensor translation, Tensor input, Tensor target, StepRandom random)
    {
        var view = HalfView.Draw(random, target, wholeShare, wholeLeast);
        var (translated, photograph) = (view.Picture(translation), view.Picture(target));
        var (seen, wanted) = (network.forward(translated), network.forward(photograph));
        var (scale1, scale2) = (wanted.Layer1.mean().Plus(Smallest), wanted.Layer2.mean().Plus(Smallest));
        return (
            new FeatureView(cat([view.Map(map), translated], 1), seen.Layer1 / scale1, seen.Layer2 / scale2),
            new FeatureView(cat([view.Map(input), photograph], 1), wanted.Layer1 / scale1, wanted.Layer2 / scale2));
    }

    public void Dispose() => network.Dispose();
}
