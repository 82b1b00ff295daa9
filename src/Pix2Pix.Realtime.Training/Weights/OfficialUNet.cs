using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// The names that pix2pix's PyTorch code gives to its U-Net. Each level is a sequence that holds the next one: the outermost is convolution (0), the next
/// level (1), transposed convolution (3); those between are convolution (1), norm (2), the next (3), transposed (5), norm (6); the innermost is convolution
/// (1), transposed (3), norm (4). A layer without weights has a place in the sequence too, even a norm that does nothing.
/// </summary>
internal static class OfficialUNet
{
    private const string Outermost = "model";

    /// <returns>Null where the names are others.</returns>
    public static GeneratorWeights? Read(FoundWeights found)
    {
        if (!found.Has($"{Outermost}.model.0.weight") || !found.Has($"{Outermost}.model.3.weight"))
        {
            return null;
        }

        var weights = new Dictionary<string, WeightTensor>();
        found.Translate(weights, "encoder.0", $"{Outermost}.model.0", null);
        found.Translate(weights, "decoder.0", $"{Outermost}.model.3", null, transposed: true);
        var norm = NormKind.None;
        var depth = 1;
        for (var path = $"{Outermost}.model.1"; ; path = $"{path}.model.3", depth++)
        {
            var innermost = !found.Has($"{path}.model.5.weight");
            var (down, up) = innermost ? ((string?)null, $"{path}.model.4") : ($"{path}.model.2", $"{path}.model.6");
            if (depth == 1)
            {
                norm = NormOf(found, $"{path}.model.1", up);
            }

            found.Translate(weights, $"encoder.{depth}", $"{path}.model.1", norm == NormKind.None ? null : down);
            found.Translate(weights, $"decoder.{depth}", innermost ? $"{path}.model.3" : $"{path}.model.5", norm == NormKind.None ? null : up, transposed: true);
            if (innermost)
            {
                break;
            }
        }

        var (first, last) = (weights["encoder.0.conv.weight"].Dims, weights["decoder.0.conv.weight"].Dims);
        return new GeneratorWeights(
            new GeneratorShape(GeneratorKind.UNet, first[1], last[1], first[0], depth + 1, norm, NormStatistics.Image, UpsampleKind.Transposed, Dropout: 0), weights);
    }

    /// <summary>A batch norm has weights; an instance norm there has none, and its convolution, alone of the three, a bias.</summary>
    internal static NormKind NormOf(FoundWeights found, string convolution, string norm) =>
        found.Has($"{norm}.weight") ? NormKind.Batch : found.Has($"{convolution}.bias") ? NormKind.Instance : NormKind.None;
}
