using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>
/// Writes the transposed convolutions that multiply the sides as plain ones, which processors run faster and which have integer kernels. The answers stay the
/// same but for rounding. What is no such convolution stays as it is.
/// </summary>
internal static class TransposedConvolutions
{
    /// <summary>The same graph in another form; <paramref name="model"/> stays as it is.</summary>
    public static ModelProto Apply(ModelProto model, TransposedForm form) => Apply(model, _ => form);

    /// <summary>The same graph, each of its <see cref="Layers"/> in a form of its own; <paramref name="model"/> stays as it is.</summary>
    /// <param name="formOf">The form of the layer of that number.</param>
    public static ModelProto Apply(ModelProto model, Func<int, TransposedForm> formOf)
    {
        var (graph, layer, changes) = (new GraphRewrite(model), 0, false);
        graph.Replace(node =>
        {
            if (TransposedWindow.Of(node, graph) is not { } window)
            {
                return null;
            }

            var form = formOf(layer++);
            changes |= form != TransposedForm.Transposed;
            return form switch
            {
                TransposedForm.FourConvolutions => Four(graph, node, window),
                TransposedForm.OneConvolution => One(graph, node, window),
                _ => null,
            };
        });
        return changes ? graph.Finish() : model;
    }

    /// <summary>The layers that can be rewritten, in the graph's order.</summary>
    public static IReadOnlyList<NodeProto> Layers(ModelProto model)
    {
        var graph = new GraphRewrite(model);
        return [.. model.Graph.Node.Where(node => TransposedWindow.Of(node, graph) is not null)];
    }

    /// <summary>One of <see cref="Layers"/> as a model of its own, from the value that it reads to the one that it writes.</summary>
    /// <param name="input">The shape of what it reads, <c>[1,C,H,W]</c>.</param>
    public static ModelProto Alone(ModelProto model, NodeProto layer, IReadOnlyList<long> input)
    {
        var alone = new ModelProto { IrVersion = model.IrVersion, Graph = new GraphProto { Name = layer.Name } };
        alone.OpsetImport.AddRange(model.OpsetImport);
        alone.Graph.Initializer.AddRange(model.Graph.Initializer.Where(tensor => layer.Input.Skip(1).Contains(tensor.Name)));
        var node = layer.Clone();
        alone.Graph.Node.Add(node);
        if (node.Input.Count > 2 && alone.Graph.Initializer.All(tensor => tensor.Name != node.Input[2]))
        {
            // A bias that is computed elsewhere costs as much as none.
            node.Input.RemoveAt(2);
        }

        alone.Graph.Input.Add(OnnxNode.Value(layer.Input[0], TensorProto.Types.DataType.Float, input));
        alone.Graph.Output.Add(new ValueInfoProto { Name = layer.Output[0] });
        return alone;
    }

    private static IReadOnlyList<NodeProto> Four(GraphRewrite graph, NodeProto node, TransposedWindow window)
    {
        var nodes = Repetitions(graph, node, window.Half).ToList();
        var parts = new List<string>();
        for (var phase = 0; phase < 4; phase++)
        {
            var (row, column) = (phase / 2, phase % 2);
            var name = $"{node.Name}.{row}{column}";
            var weight = graph.Add($"{node.Input[1]}.{row}{column}", window.Part(row, column));
            nodes.Add(Conv(name, [node.Input[0], weight, .. Biases(graph, node, window.Half)], 1 - row, 1 - column, row, column));
            parts.Add(name);
        }

        var phases = OnnxNode.Make("Concat", $"{node.Name}.phases", parts, $"{node.Name}.phases", OnnxNode.Int("axis", 1));
        nodes.Add(phases);
        if (window.Half == 1)
        {
            nodes.Add(Interleave(node.Name, phases.Output[0], node.Output[0], 2));
            return nodes;
        }

        // Each part's pixels lie together: first the parts take their places, then the pixels of each.
        nodes.Add(Interleave($"{node.Name}.parts", phases.Output[0], $"{node.Name}.parts", 2));
        nodes.Add(Interleave(node.Name, $"{node.Name}.parts", node.Output[0], window.Half));
        return nodes;
    }

    private static IReadOnlyList<NodeProto> One(GraphRewrite graph, NodeProto node, TransposedWindow window)
    {
        var weight = graph.Add($"{node.Input[1]}.phases", window.AllPhases());
        var half = window.Half;
        return
        [
            .. Repetitions(graph, node, window.Stride),
            Conv($"{node.Name}.phases", [node.Input[0], weight, .. Biases(graph, node, window.Stride)], 1, 1, 1, 1),
            Interleave(node.Name, $"{node.Name}.phases", $"{node.Name}.wide", window.Stride),
            OnnxNode.Make(
                "Slice", $"{node.Name}.cut",
                [$"{node.Name}.wide", graph.Add($"cut.{half}.starts", half, half), graph.Add($"cut.{half}.ends", -half, -half), graph.Add("cut.axes", 2, 3)], node.Output[0]),
        ];
    }

    /// <summary>The name of the bias, if there is one, once for each of the pixels of a square.</summary>
    private static IEnumerable<string> Biases(GraphRewrite graph, NodeProto node, int side) => node.Input.Skip(2).Select(name =>
        side == 1 ? name : graph.Floats(name) is { } known ? graph.Add($"{name}.{side * side}", Repeated(known, side * side)) : $"{name}.{side * side}").ToList();

    /// <summary>What repeats a bias that is computed in the graph, as a style's is.</summary>
    private static IEnumerable<NodeProto> Repetitions(GraphRewrite graph, NodeProto node, int side) => node.Input.Skip(2).Where(name => side > 1 && graph.Floats(name) is null).Select(name =>
        OnnxNode.Make("Concat", $"{name}.{side * side}", Enumerable.Repeat(name, side * side), $"{name}.{side * side}", OnnxNode.Int("axis", 0)));

    private static WeightTensor Repeated(WeightTensor bias, int times) =>
        new([times * bias.Values.Length], [.. Enumerable.Repeat(bias.Values, times).SelectMany(values => values)]);

    private static NodeProto Conv(string name, IEnumerable<string> inputs, int top, int left, int bottom, int right) => OnnxNode.Make(
        "Conv", name, inputs, output: name,
        OnnxNode.Ints("kernel_shape", 2, 2), OnnxNode.Ints("strides", 1, 1), OnnxNode.Ints("pads", top, left, bottom, right));

    // Channels of one phase lie together: ONNX's depth-column-row order.
    private static NodeProto Interleave(string name, string x, string output, int side) =>
        OnnxNode.Make("DepthToSpace", $"{name}.interleave", [x], output, OnnxNode.Int("blocksize", side), OnnxNode.Text("mode", "DCR"));
}
