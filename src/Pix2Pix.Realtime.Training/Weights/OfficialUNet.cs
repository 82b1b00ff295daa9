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
    /// <exception cref="UserException">Some of the names are missing.</exception>
    public static GeneratorWeights? Read(FoundWeights found)
    {
        if (!found.Has($"{Outermost}.model.0.weight") && !found.Has($"{Outermost}.model.1.model.1.weight"))
        {
            return null;
        }

        var weights = new Dictionary<string, WeightTensor>();
        var norm = found.Norm(last: $"{Outermost}.model.3.bias");
        found.Translate(weights, "encoder.0", $"{Outermost}.model.0", null);
        found.Translate(weights, "decoder.0", $"{Outermost}.model.3", null, transposed: true, isLast: true);
        var depth = 1;
        for (var path = $"{Outermost}.model.1"; ; path = $"{path}.model.3", depth++)
        {
            var innermost = !found.Names.Any(name => name.StartsWith($"{path}.model.3.model.", StringComparison.Ordinal));
            var (down, up) = innermost ? ((string?)null, $"{path}.model.4") : ($"{path}.model.2", $"{path}.model.6");
            Add($"encoder.{depth}", $"{path}.model.1", down, transposed: false);
            Add($"decoder.{depth}", innermost ? $"{path}.model.3" : $"{path}.model.5", up, transposed: true);
            if (innermost)
            {
                break;
            }
        }

        found.RequireAll(WeightsTexts.UNet(depth + 1));
        var (first, last) = (weights["encoder.0.conv.weight"].Dims, weights["decoder.0.conv.weight"].Dims);
        return new GeneratorWeights(
            new GeneratorShape(GeneratorKind.UNet, first[1], last[1], first[0], depth + 1, norm, NormStatistics.Image, UpsampleKind.Transposed, Dropout: 0), weights);

        void Add(string layer, string convolution, string? after, bool transposed) =>
            found.Translate(weights, layer, convolution, norm == NormKind.None ? null : after, norm == NormKind.Batch, transposed);
    }
}
