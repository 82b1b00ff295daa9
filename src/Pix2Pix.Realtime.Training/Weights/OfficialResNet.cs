using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// The names that pix2pix's PyTorch code gives to its ResNet: one sequence of convolution (1), norm (2); 4, 5; 7, 8; the blocks from 10 on, each with two
/// convolutions in its own sequence; then transposed convolution and norm twice, three places apart, and the last convolution.
/// </summary>
internal static class OfficialResNet
{
    private const int FirstBlock = 10;

    /// <returns>Null where the names are others.</returns>
    public static GeneratorWeights? Read(FoundWeights found)
    {
        if (!found.Has("model.1.weight") || Convolutions(found, FirstBlock) is not [_, _])
        {
            return null;
        }

        var weights = new Dictionary<string, WeightTensor>();
        var norm = OfficialUNet.NormOf(found, "model.1", "model.2");
        Add("stem", 1);
        Add("down.0", 4);
        Add("down.1", 7);
        var blocks = 0;
        for (; Convolutions(found, FirstBlock + blocks) is [var one, var two]; blocks++)
        {
            var block = $"model.{FirstBlock + blocks}.conv_block";
            found.Translate(weights, $"block.{blocks}.0", $"{block}.{one}", norm == NormKind.None ? null : $"{block}.{one + 1}");
            found.Translate(weights, $"block.{blocks}.1", $"{block}.{two}", norm == NormKind.None ? null : $"{block}.{two + 1}");
        }

        var up = FirstBlock + blocks;
        Add("up.1", up, transposed: true);
        Add("up.0", up + 3, transposed: true);
        found.Translate(weights, "head", $"model.{up + 7}", null);
        var (first, last) = (weights["stem.conv.weight"].Dims, weights["head.conv.weight"].Dims);
        return new GeneratorWeights(
            new GeneratorShape(GeneratorKind.ResNet, first[1], last[0], first[0], blocks, norm, NormStatistics.Image, UpsampleKind.Transposed, Dropout: 0), weights);

        void Add(string layer, int place, bool transposed = false) =>
            found.Translate(weights, layer, $"model.{place}", norm == NormKind.None ? null : $"model.{place + 1}", transposed);
    }

    /// <summary>The places of a block's convolutions: the second stands one further where there is dropout.</summary>
    private static List<int> Convolutions(FoundWeights found, int block) =>
        [.. Enumerable.Range(1, 7).Where(place => found.Has($"model.{block}.conv_block.{place}.weight") && found.Get($"model.{block}.conv_block.{place}.weight").Dims.Count == 4)];
}
