using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>
/// How differently a network that knows photographs sees a translation and its target (Johnson et al. 2016): the mean absolute difference of its early layers' values,
/// each layer's as a share of what the target holds there, so that the weight means the same whatever the layers' scale. Stateless; the training thread.
/// </summary>
internal static class PerceptualLoss
{
    /// <param name="translated">With its way back.</param>
    /// <param name="real">Of the same crop.</param>
    /// <returns>A scalar.</returns>
    public static Tensor Of(FeatureView translated, FeatureView real) =>
        (translated.Layer1 - real.Layer1).abs().mean().Plus((translated.Layer2 - real.Layer2).abs().mean());
}
