using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>A generator as other trainers make them: its sides grow by one convolution to many channels, which DepthToSpace turns into pixels.</summary>
internal static class PixelShuffleModel
{
    private const int Hidden = 6;

    /// <param name="mode">How its channels are ordered: DCR (ONNX's own) or CRD (PyTorch's).</param>
    /// <param name="block">Pixels on each side of what one becomes.</param>
    /// <param name="stride">Of the convolution before it.</param>
    public static ModelProto Build(string mode, int block, int stride)
    {
        var random = new Random(11);
        var shape = new FrameShape(3, 24, 36);
        var graph = new GraphBuilder("shuffled", shape, shape with { Height = 24 / stride * block, Width = 36 / stride * block });
        var (wide, narrow) = (Hidden * block * block, graph.LeakyRelu("leaky", Convolution("first", GraphBuilder.Input, 3, Hidden, 1), 0.2f));
        var grown = graph.Relu("spread", graph.LeakyRelu("slope", Convolution("wide", narrow, Hidden, wide, stride), 0.5f));
        var model = graph.Build(graph.Tanh("tanh", Convolution("last", graph.Relu("relu", grown), Hidden, 3, 1)));
        var spread = model.Graph.Node.Single(node => node.Name == "spread");
        spread.OpType = "DepthToSpace";
        spread.Attribute.Add(new AttributeProto { Name = "blocksize", Type = AttributeProto.Types.AttributeType.Int, I = block });
        spread.Attribute.Add(new AttributeProto { Name = "mode", Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(mode) });
        return model;

        string Convolution(string name, string x, int inputs, int outputs, int step) => graph.Conv(
            name, x, graph.Weight($"{name}.weight", Random([outputs, inputs, 3, 3], 0.4f)), graph.Weight($"{name}.bias", Random([outputs], 0.2f)), kernel: 3, step, pads: 1);

        WeightTensor Random(int[] dims, float scale) => new(dims, [.. Enumerable.Range(0, dims.Aggregate(1, (a, b) => a * b)).Select(_ => ((random.NextSingle() * 2) - 1) * scale)]);
    }
}
