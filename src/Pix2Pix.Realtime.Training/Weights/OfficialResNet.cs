using System.Globalization;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// The names that the PyTorch code of pix2pix and pix2pixHD gives to its ResNet: one sequence of convolution (1) and norm (2), then for every halving another pair three
/// places on; the blocks, each with two convolutions in its own sequence; transposed convolution and norm for every doubling, three places apart, and the last convolution.
/// </summary>
internal static partial class OfficialResNet
{
    /// <summary>Where the blocks would be if nothing were halved.</summary>
    private const int FirstBlock = 4;

    private const int Pair = 3;

    /// <summary>With more halvings no picture is large enough.</summary>
    private const int MostLevels = 8;

    /// <returns>Null where the names are others.</returns>
    /// <exception cref="UserException">Some of the names are missing.</exception>
    public static GeneratorWeights? Read(FoundWeights found)
    {
        var convolutions = found.Names.Select(name => BlockConvolution().Match(name)).Where(match => match.Success && found.Get(match.Value).Dims.Count == 4).ToArray();
        int[] blocks = [.. convolutions.Select(match => Number(match.Groups["block"])).Distinct().Order()];
        int[] places = [.. convolutions.Select(match => Number(match.Groups["place"])).Distinct().Order()];
        if (blocks.Length == 0 || places is not [var one, var two] || Math.DivRem(blocks[0] - FirstBlock, Pair) is not { Quotient: >= 0 and <= MostLevels and var levels, Remainder: 0 })
        {
            return null;
        }

        var weights = new Dictionary<string, WeightTensor>();
        var (start, count) = (blocks[0], blocks[^1] - blocks[0] + 1);
        var (up, head) = (start + count, start + count + (Pair * levels) + 1);
        var norm = found.Norm(last: $"model.{head}.bias");
        Add("stem", 1);
        for (var level = 0; level < levels; level++)
        {
            Add($"down.{level}", FirstBlock + (Pair * level));
            Add($"up.{level}", up + (Pair * (levels - 1 - level)), transposed: true);
        }

        for (var block = 0; block < count; block++)
        {
            var path = $"model.{start + block}.conv_block";
            Layer($"block.{block}.0", $"{path}.{one}", $"{path}.{one + 1}");
            Layer($"block.{block}.1", $"{path}.{two}", $"{path}.{two + 1}");
        }

        found.Translate(weights, "head", $"model.{head}", null, isLast: true);
        found.RequireAll(WeightsTexts.ResNet(count, levels));
        var (first, last) = (weights["stem.conv.weight"].Dims, weights["head.conv.weight"].Dims);
        return new GeneratorWeights(
            new GeneratorShape(GeneratorKind.ResNet, first[1], last[0], first[0], count, norm, NormStatistics.Image, UpsampleKind.Transposed, Dropout: 0) { Levels = levels }, weights);

        void Add(string layer, int place, bool transposed = false) => Layer(layer, $"model.{place}", $"model.{place + 1}", transposed);

        void Layer(string layer, string convolution, string after, bool transposed = false) =>
            found.Translate(weights, layer, convolution, norm == NormKind.None ? null : after, norm == NormKind.Batch, transposed);
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    /// <summary>The second convolution of a block stands one place further where there is dropout.</summary>
    [GeneratedRegex(@"^model\.(?<block>\d{1,4})\.conv_block\.(?<place>\d)\.weight$")]
    private static partial Regex BlockConvolution();
}
