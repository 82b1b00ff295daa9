using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Writes the U-Net that <see cref="GeneratorShape"/>'s remarks define.</summary>
internal static class UNetGraph
{
    private const int Kernel = 4;

    public static ModelProto Build(GeneratorShape shape, int height, int width, IReadOnlyDictionary<string, WeightTensor> weights, StyleDefinition? style)
    {
        var graph = new GraphBuilder("unet", new FrameShape(shape.InputChannels, height, width), new FrameShape(shape.OutputChannels, height, width));
        var layers = new LayerWriter(graph, new NamedWeights(weights), shape, style);
        var innermost = shape.Depth - 1;

        var skips = new string[shape.Depth];
        for (var level = 0; level <= innermost; level++)
        {
            var x = level == 0 ? GraphBuilder.Input : graph.LeakyRelu($"encoder.{level}.leaky", skips[level - 1], GeneratorShape.LeakySlope);
            var (inputs, patch) = level == 0 ? (shape.InputChannels, shape.Patch) : (shape.Channels(level - 1), 1);
            var normed = level > 0 && level < innermost;
            skips[level] = layers.Convolution($"encoder.{level}", x, inputs, shape.Channels(level), Kernel * patch, stride: 2 * patch, pads: patch, normed);
        }

        var below = skips[innermost];
        for (var level = innermost; level >= 0; level--)
        {
            var name = $"decoder.{level}";
            var joined = level == innermost ? below : graph.ConcatChannels($"{name}.concat", skips[level], below);
            var inputs = shape.Channels(level) * (level == innermost ? 1 : 2);
            var (outputs, patch) = level == 0 ? (shape.OutputChannels, shape.Patch) : (shape.Channels(level - 1), 1);
            below = layers.Upsampled(name, graph.Relu($"{name}.relu", joined), inputs, outputs, Kernel * patch, shape.Upsample, normed: level > 0, styled: level > 0);
        }

        return graph.Build(graph.Tanh("decoder.tanh", below));
    }
}
