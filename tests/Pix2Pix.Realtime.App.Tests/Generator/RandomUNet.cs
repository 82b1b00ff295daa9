using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>Another program's U-Net with random weights, whose norms look at the picture.</summary>
internal static class RandomUNet
{
    /// <param name="last">The operator of its last node.</param>
    /// <returns>The path.</returns>
    public static string Write(string path, int seed = 3, int side = 64, int width = 4, int depth = 4, string last = "Tanh")
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, width, depth, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0);
        var model = GeneratorGraph.Build(shape, side, side, RandomWeights.For(shape, seed));
        model.ProducerName = "random weights";
        model.Graph.Node[^1].OpType = last;
        OnnxFile.Write(path, model);
        return path;
    }
}
