using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Shared;

/// <summary>
/// The recipe of <c>sample-scenes/blueprint.onnx</c>, a generator that nobody trained: white lines where colours meet, on blue paper.
/// <c>output = paper + tanh(strength · sum(relu(±differences to the neighbours))) · (ink - paper)</c>.
/// </summary>
internal static class BlueprintModel
{
    private const int Side = 256;
    private const int Channels = 3;
    private const int Differences = Channels * 4;
    private const float Strength = 3;
    private static readonly float[] Paper = [-0.86f, -0.6f, -0.02f];
    private static readonly float[] Ink = [0.88f, 0.94f, 1f];

    public static void Write(string path)
    {
        var shape = new FrameShape(Channels, Side, Side);
        var graph = new GraphBuilder("blueprint", shape, shape);
        var differences = graph.Weight("differences", new WeightTensor([Differences, Channels, 3, 3], Kernels()));
        var sum = graph.Weight("sum", new WeightTensor([1, Differences, 1, 1], [.. Enumerable.Repeat(Strength, Differences)]));
        var colors = graph.Weight("colors", new WeightTensor([Channels, 1, 1, 1], [.. Ink.Zip(Paper, (ink, paper) => ink - paper)]));
        var paper = graph.Weight("paper", new WeightTensor([Channels], Paper));
        var edges = graph.Relu("edges", graph.Conv("neighbours", graph.ReflectPad("pad", GraphBuilder.Input, 1), differences, null, kernel: 3, stride: 1, pads: 0));
        var lines = graph.Tanh("lines", graph.Conv("gather", edges, sum, null, kernel: 1, stride: 1, pads: 0));
        var model = graph.Build(graph.Conv("draw", lines, colors, paper, kernel: 1, stride: 1, pads: 0));

        const ulong seed = 1;
        OnnxFile.Write(path, model, new SnapshotMetadata(
            Direction.BtoA, Side, Side, ValueRange.Signed, "cmp-facade", NormStatistics.Image, WeightPrecision.Fp32, "blueprint", 1, Probe.Of(seed, Draw(Probe.Input(seed, shape)))));
    }

    /// <summary>Each channel's difference to the right and to the neighbour below, with both signs.</summary>
    private static float[] Kernels()
    {
        var weights = new float[Differences * Channels * 9];
        for (var filter = 0; filter < Differences; filter++)
        {
            var (channel, neighbour, sign) = (filter / 4, filter % 4 < 2 ? 5 : 7, filter % 2 == 0 ? 1 : -1);
            var kernel = weights.AsSpan(((filter * Channels) + channel) * 9, 9);
            (kernel[4], kernel[neighbour]) = (-sign, sign);
        }

        return weights;
    }

    /// <summary>The same in plain arithmetic.</summary>
    private static float[] Draw(ReadOnlySpan<float> input)
    {
        var output = new float[input.Length];
        for (var (y, pixel) = (0, 0); y < Side; y++)
        {
            for (var x = 0; x < Side; x++, pixel++)
            {
                // The border is mirrored: the neighbour beyond the last one is the last but one.
                var (right, below) = (x == Side - 1 ? pixel - 1 : pixel + 1, y == Side - 1 ? pixel - Side : pixel + Side);
                var edge = 0f;
                for (var plane = 0; plane < Channels * Side * Side; plane += Side * Side)
                {
                    edge += MathF.Abs(input[plane + right] - input[plane + pixel]) + MathF.Abs(input[plane + below] - input[plane + pixel]);
                }

                for (var channel = 0; channel < Channels; channel++)
                {
                    output[(channel * Side * Side) + pixel] = Paper[channel] + (MathF.Tanh(Strength * edge) * (Ink[channel] - Paper[channel]));
                }
            }
        }

        return output;
    }
}
