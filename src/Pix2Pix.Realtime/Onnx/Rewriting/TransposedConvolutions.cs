using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>
/// Writes the transposed convolutions that double the sides as plain ones, which processors run faster and which have integer kernels. The answers stay the
/// same but for rounding. What is no such convolution stays as it is.
/// </summary>
public static class TransposedConvolutions
{
    /// <summary>The same graph in another form; <paramref name="model"/> stays as it is.</summary>
    public static ModelProto Apply(ModelProto model, TransposedForm form)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (form == TransposedForm.Transposed)
        {
            return model;
        }

        var graph = new GraphRewrite(model);
        graph.Replace(node => TransposedWindow.Of(node, graph) is { } window
            ? form == TransposedForm.FourConvolutions ? Four(graph, node, window) : One(graph, node, window)
            : null);
        return graph.Finish();
    }

    private static IReadOnlyList<NodeProto> Four(GraphRewrite graph, NodeProto node, TransposedWindow window)
    {
        var nodes = new List<NodeProto>();
        for (var phase = 0; phase < 4; phase++)
        {
            var (row, column) = (phase / 2, phase % 2);
            var name = $"{node.Name}.{row}{column}";
            var weight = graph.Add($"{node.Input[1]}.{row}{column}", window.Phase(row, column));
            nodes.Add(Conv(name, [node.Input[0], weight, .. node.Input.Skip(2)], 1 - row, 1 - column, row, column));
        }

        nodes.Add(OnnxNode.Make("Concat", $"{node.Name}.phases", [.. nodes.Select(one => one.Output[0])], $"{node.Name}.phases", OnnxNode.Int("axis", 1)));
        nodes.Add(Interleave(node.Name, $"{node.Name}.phases", node.Output[0]));
        return nodes;
    }

    private static IReadOnlyList<NodeProto> One(GraphRewrite graph, NodeProto node, TransposedWindow window)
    {
        var weight = graph.Add($"{node.Input[1]}.phases", window.AllPhases());
        var bias = node.Input.Skip(2).Select(name => graph.Add($"{name}.phases", FourTimes(graph.Floats(name)!)));
        return
        [
            Conv($"{node.Name}.phases", [node.Input[0], weight, .. bias], 1, 1, 1, 1),
            Interleave(node.Name, $"{node.Name}.phases", $"{node.Name}.wide"),
            OnnxNode.Make(
                "Slice", $"{node.Name}.cut",
                [$"{node.Name}.wide", graph.Add("cut.starts", 1, 1), graph.Add("cut.ends", -1, -1), graph.Add("cut.axes", 2, 3)], node.Output[0]),
        ];
    }

    private static WeightTensor FourTimes(WeightTensor bias) =>
        new([4 * bias.Values.Length], [.. bias.Values, .. bias.Values, .. bias.Values, .. bias.Values]);

    private static NodeProto Conv(string name, IEnumerable<string> inputs, int top, int left, int bottom, int right) => OnnxNode.Make(
        "Conv", name, inputs, output: name,
        OnnxNode.Ints("kernel_shape", 2, 2), OnnxNode.Ints("strides", 1, 1), OnnxNode.Ints("pads", top, left, bottom, right));

    // Channels of one phase lie together: ONNX's depth-column-row order.
    private static NodeProto Interleave(string name, string x, string output) =>
        OnnxNode.Make("DepthToSpace", $"{name}.interleave", [x], output, OnnxNode.Int("blocksize", 2), OnnxNode.Text("mode", "DCR"));
}
