using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>
/// Writes a convolution of 3x3 over a picture whose sides were doubled by nearest neighbour as what it is, a transposed convolution of 4x4 over the small picture:
/// the nine taps of an output pixel fall on four pixels only, and taps on one pixel are summed once instead of multiplied again at every pixel. The answers stay the
/// same but for rounding. What is no such pair of nodes stays as it is.
/// </summary>
internal static class ResizedConvolutions
{
    private const int Kernel = 3;
    private const int TransposedKernel = 4;

    /// <summary>The taps of 3 that reach what tap t of 4 reaches, in the order of <see cref="TransposedWindow"/>.</summary>
    private static readonly int[][] Summed = [[2], [1, 2], [0, 1], [0]];

    /// <summary>The same graph; <paramref name="model"/> stays as it is.</summary>
    public static ModelProto Apply(ModelProto model)
    {
        var readers = model.Graph.Node.SelectMany(node => node.Input).CountBy(name => name).ToDictionary();
        var graph = new GraphRewrite(model);
        var doubled = graph.Nodes.Where(node => Doubles(node, graph) && readers.GetValueOrDefault(node.Output[0]) == 1).ToDictionary(node => node.Output[0]);
        var convolutions = graph.Nodes.Where(node => doubled.ContainsKey(node.Input[0]) && Weight(node, graph) is not null).ToDictionary(node => node.Input[0]);
        if (convolutions.Count == 0)
        {
            return model;
        }

        graph.Replace(node =>
            convolutions.ContainsKey(node.Output[0]) ? []
            : convolutions.GetValueOrDefault(node.Input[0]) == node ? [Transposed(graph, node, doubled[node.Input[0]].Input[0])]
            : null);
        return graph.Finish();
    }

    /// <summary>Whether every pixel becomes 2x2 of the same value.</summary>
    private static bool Doubles(NodeProto node, GraphRewrite graph) =>
        node.OpType == "Resize" && node.ReadText("mode") is "" or "nearest" && node.ReadText("coordinate_transformation_mode") == "asymmetric" && node.ReadText("nearest_mode") == "floor"
        && node.Input.Count == 3 && graph.Floats(node.Input[2])?.Values is [1, 1, 2, 2];

    private static WeightTensor? Weight(NodeProto node, GraphRewrite graph) =>
        node.OpType == "Conv" && node.ReadText("auto_pad") is "" or "NOTSET" && node.ReadInt("group", 1) == 1
        && node.ReadInts("strides", 1, 1).SequenceEqual([1L, 1]) && node.ReadInts("dilations", 1, 1).SequenceEqual([1L, 1]) && node.ReadInts("pads", 0, 0, 0, 0).SequenceEqual([1L, 1, 1, 1])
        && graph.Floats(node.Input[1]) is { Dims: [_, _, Kernel, Kernel] } weight ? weight : null;

    private static NodeProto Transposed(GraphRewrite graph, NodeProto node, string small)
    {
        var weight = graph.Add($"{node.Input[1]}.transposed", Sums(Weight(node, graph)!));
        return OnnxNode.Make(
            "ConvTranspose", node.Name, [small, weight, .. node.Input.Skip(2)], node.Output[0],
            OnnxNode.Ints("kernel_shape", TransposedKernel, TransposedKernel), OnnxNode.Ints("strides", 2, 2), OnnxNode.Ints("pads", 1, 1, 1, 1));
    }

    /// <summary><c>[in,out,4,4]</c> of <c>[out,in,3,3]</c>.</summary>
    private static WeightTensor Sums(WeightTensor weight)
    {
        var (outputs, inputs) = (weight.Dims[0], weight.Dims[1]);
        var values = new float[inputs * outputs * TransposedKernel * TransposedKernel];
        for (var i = 0; i < values.Length; i++)
        {
            var (column, row, output, input) = (i % TransposedKernel, i / TransposedKernel % TransposedKernel, i / 16 % outputs, i / 16 / outputs);
            var taps = weight.Values.AsSpan(((output * inputs) + input) * Kernel * Kernel, Kernel * Kernel);
            foreach (var y in Summed[row])
            {
                foreach (var x in Summed[column])
                {
                    values[i] += taps[(y * Kernel) + x];
                }
            }
        }

        return new WeightTensor([inputs, outputs, TransposedKernel, TransposedKernel], values);
    }
}
