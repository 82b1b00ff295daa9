using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>Our own names, as <c>export</c> writes them into a safetensors file.</summary>
internal static class OwnLayout
{
    /// <returns>Null where the names are others.</returns>
    public static GeneratorWeights? Read(FoundWeights found) =>
        found.Has("encoder.0.conv.weight") && found.Has("decoder.0.conv.weight") ? new GeneratorWeights(UNet(found), All(found))
        : found.Has("stem.conv.weight") && found.Has("head.conv.weight") ? new GeneratorWeights(ResNet(found), All(found))
        : null;

    private static GeneratorShape UNet(FoundWeights found)
    {
        var first = found.Get("encoder.0.conv.weight").Dims;
        var last = found.Get("decoder.0.conv.weight").Dims;
        var patch = first[^1] / 4;
        var transposed = last[^1] == 4 * patch;
        return new GeneratorShape(
            GeneratorKind.UNet, first[1], last[transposed ? 1 : 0], first[0], Count(found, level => $"encoder.{level}.conv.weight"),
            Norm(found, "decoder.1"), NormStatistics.Image, Upsample(transposed), Dropout: 0) { Patch = PatchOf(found, "encoder.0.conv.weight", patch), StyleLength = Style(found, "decoder.1") };
    }

    private static GeneratorShape ResNet(FoundWeights found)
    {
        var first = found.Get("stem.conv.weight").Dims;

        // A patch of P has kernels of 7, 5 or 3 times P.
        var head = found.Get("head.conv.weight").Dims;
        var patch = PatchOf(found, "stem.conv.weight", first[^1] / head[^1]);

        // Both ways up have kernels of 3: a transposed one has its inputs, which are the more, first.
        var up = found.Get("up.0.conv.weight").Dims;
        return new GeneratorShape(
            GeneratorKind.ResNet, first[1], head[0] / (patch * patch), first[0], Count(found, block => $"block.{block}.0.conv.weight"),
            Norm(found, "stem"), NormStatistics.Image, Upsample(up[0] > up[1]), Dropout: 0)
        {
            Levels = Count(found, level => $"down.{level}.conv.weight"), Patch = patch, StyleLength = Style(found, "up.0"),
        };
    }

    private static int PatchOf(FoundWeights found, string name, int patch) => patch is 1 or 2 or 4
        ? patch
        : throw new UserException(WeightsTexts.WrongKernel(name, found.Get(name)));

    private static NormKind Norm(FoundWeights found, string layer) =>
        found.Has($"{layer}.norm.running_mean") ? NormKind.Batch : found.Has($"{layer}.norm.weight") ? NormKind.Instance : NormKind.None;

    private static int Style(FoundWeights found, string layer) => found.Has($"{layer}.style.weight") ? found.Get($"{layer}.style.weight").Dims[1] : 0;

    private static UpsampleKind Upsample(bool transposed) => transposed ? UpsampleKind.Transposed : UpsampleKind.Resize;

    private static Dictionary<string, WeightTensor> All(FoundWeights found) => found.Names.ToDictionary(name => name, found.Get);

    private static int Count(FoundWeights found, Func<int, string> name) => Enumerable.Range(0, int.MaxValue).TakeWhile(i => found.Has(name(i))).Count();
}
