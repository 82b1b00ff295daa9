using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Writes the ResNet generator that <see cref="GeneratorShape"/>'s remarks define.</summary>
internal static class ResNetGraph
{
    private const int Kernel = 3;

    public static ModelProto Build(GeneratorShape shape, int height, int width, IReadOnlyDictionary<string, WeightTensor> weights, StyleDefinition? style)
    {
        var graph = new GraphBuilder("resnet", new FrameShape(shape.InputChannels, height, width), new FrameShape(shape.OutputChannels, height, width));
        var layers = new LayerWriter(graph, new NamedWeights(weights), shape, style);

        var (patch, edgeKernel) = (shape.Patch, (2 * shape.EdgeReach) + 1);
        var x = graph.ReflectPad("stem.pad", GraphBuilder.Input, shape.EdgeReach * patch);
        x = graph.Relu("stem.relu", layers.Convolution("stem", x, shape.InputChannels, shape.Width, edgeKernel * patch, stride: patch, pads: 0, normed: true));
        for (var level = 0; level < shape.Levels; level++)
        {
            var name = $"down.{level}";
            x = layers.Convolution(name, x, shape.Channels(level), shape.Channels(level + 1), Kernel, stride: 2, pads: 1, normed: true);
            x = graph.Relu($"{name}.relu", x);
        }

        var channels = shape.Channels(shape.Levels);
        for (var block = 0; block < shape.Depth; block++)
        {
            x = Block(graph, layers, $"block.{block}", x, channels);
        }

        for (var level = shape.Levels - 1; level >= 0; level--)
        {
            var name = $"up.{level}";
            x = graph.Relu($"{name}.relu", layers.Upsampled(name, x, shape.Channels(level + 1), shape.Channels(level), Kernel, shape.Upsample, normed: true, styled: true));
        }

        x = graph.ReflectPad("head.pad", x, shape.EdgeReach);
        x = layers.Convolution("head", x, shape.Width, shape.OutputChannels * patch * patch, edgeKernel, stride: 1, pads: 0, normed: false);
        return graph.Build(graph.Tanh("head.tanh", patch > 1 ? graph.DepthToSpace("head.blocks", x, patch) : x));
    }

    private static string Block(GraphBuilder graph, LayerWriter layers, string name, string x, int channels)
    {
        var inner = layers.Convolution($"{name}.0", graph.ReflectPad($"{name}.0.pad", x, 1), channels, channels, Kernel, stride: 1, pads: 0, normed: true, styled: true);
        inner = graph.ReflectPad($"{name}.1.pad", graph.Relu($"{name}.relu", inner), 1);
        inner = layers.Convolution($"{name}.1", inner, channels, channels, Kernel, stride: 1, pads: 0, normed: true);
        return graph.Add($"{name}.add", x, inner);
    }
}
