using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>
/// How differently a discriminator sees a translation and its photograph (pix2pixHD: Wang et al. 2018): the mean absolute difference of its inner layers' values, over all
/// layers and scales alike. It asks for the photograph's textures where L1 asks for its colours. Stateless; the training thread.
/// </summary>
internal static class FeatureMatching
{
    /// <param name="translated">Of the translated pair, with its way back.</param>
    /// <param name="real">Of the real pair, by the same discriminator; only read.</param>
    /// <returns>A scalar.</returns>
    public static Tensor Of(IReadOnlyList<Judgement> translated, IReadOnlyList<Judgement> real)
    {
        var differences = translated.SelectMany(judgement => judgement.Activations).Zip(
            real.SelectMany(judgement => judgement.Activations), (one, other) => (one - other.detach()).abs().to(ScalarType.Float32).mean()).ToList();
        return differences.Aggregate((sum, one) => sum.Plus(one)).Times(1.0 / differences.Count);
    }
}
