using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// DepthToSpace without a pass of its own: the convolutions that wrote its channels become one, which writes each pixel where it belongs. So four small
/// convolutions that stand for a transposed one are again what that one is on the GPU.
/// </summary>
internal static class PixelShuffle
{
    /// <param name="node">A DepthToSpace.</param>
    /// <param name="writers">What wrote the channels that it reads, in their order; all read the same.</param>
    /// <param name="result">The tensor to write.</param>
    /// <exception cref="UserException">They don't fit together; the sentence names the node.</exception>
    public static PlannedConvolution Merge(NodeProto node, IReadOnlyList<PlannedConvolution> writers, int result)
    {
        var (block, first, all) = ((int)node.Whole("blocksize", 0), writers[0], writers.Sum(writer => writer.OutputChannels));
        var phases = block * block;
        GraphPlanner.Require(node, block is >= 2 and <= 4 && all % phases == 0, "have a block size of 2 to 4 whose square divides the channels", $"block size {block} and {all} channels");
        var isAlike = writers.All(writer => IsLike(writer, first) && writer.Taps is { OutputStride: 1, IsTransposed: false } && !writer.HasTanh);
        GraphPlanner.Require(node, isAlike, "follow plain convolutions of the same form and input", string.Join(" and ", writers.Select(writer => $"{writer.Name} with weights {writer.Taps.Kernel}")));
        var sources = Sources(node, writers, all / phases, block);
        var taps = new ConvolutionTaps(first.Taps.InputStride, block, [.. sources.Select(source => source.Writer.Taps.Phases[0])], Kernel(sources), IsTransposed: false) { HasKernelPerPhase = true };
        taps = taps.ForChannels(all / phases);
        var bias = sources.SelectMany(source => source.Channels.Select(channel => source.Writer.Bias[channel])).ToArray();
        return first with
        {
            Name = node.Name, Result = result, OutputHeight = first.OutputHeight * block, OutputWidth = first.OutputWidth * block, OutputChannels = all / phases,
            Taps = taps, Bias = bias,
        };
    }

    private static bool IsLike(PlannedConvolution one, PlannedConvolution other) =>
        (one.InputHeight, one.InputWidth, one.OutputHeight, one.OutputWidth, one.IsMirrored, one.Taps.InputStride)
            == (other.InputHeight, other.InputWidth, other.OutputHeight, other.OutputWidth, other.IsMirrored, other.Taps.InputStride)
        && one.Reads.SequenceEqual(other.Reads) && one.Taps.Kernel.Dims.Skip(1).SequenceEqual(other.Taps.Kernel.Dims.Skip(1));

    /// <summary>For each pixel of a block, by row and column: who computes its channels, and as which of its own.</summary>
    private static List<(PlannedConvolution Writer, int[] Channels)> Sources(NodeProto node, IReadOnlyList<PlannedConvolution> writers, int channels, int block)
    {
        var places = writers.SelectMany(writer => Enumerable.Range(0, writer.OutputChannels).Select(channel => (Writer: writer, Channel: channel))).ToList();
        var (isByPixel, phases) = (node.Word("mode", "DCR") == "DCR", block * block);
        var sources = new List<(PlannedConvolution, int[])>();
        for (var phase = 0; phase < phases; phase++)
        {
            var mine = Enumerable.Range(0, channels).Select(channel => places[isByPixel ? (phase * channels) + channel : (channel * phases) + phase]).ToList();
            GraphPlanner.Require(node, mine.All(place => place.Writer == mine[0].Writer), "take the channels of each pixel from one convolution", "several");
            sources.Add((mine[0].Writer, [.. mine.Select(place => place.Channel)]));
        }

        return sources;
    }

    private static WeightTensor Kernel(IReadOnlyList<(PlannedConvolution Writer, int[] Channels)> sources)
    {
        var dims = sources[0].Writer.Taps.Kernel.Dims;
        var size = dims[1] * dims[2] * dims[3];
        var values = new List<float>();
        foreach (var (writer, channels) in sources)
        {
            foreach (var channel in channels)
            {
                values.AddRange(writer.Taps.Kernel.Values.AsSpan(channel * size, size));
            }
        }

        return new WeightTensor([values.Count / size, dims[1], dims[2], dims[3]], [.. values]);
    }
}
