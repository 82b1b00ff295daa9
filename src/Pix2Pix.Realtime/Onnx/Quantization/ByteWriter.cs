using Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.Onnx.Quantization;

/// <summary>Writes the nodes that turn values into bytes and back, around every node of a graph.</summary>
internal sealed class ByteWriter
{
    private readonly GraphRewrite _graph;
    private readonly QuantizationPlan _plan;

    /// <summary>Under which name a value is read; other than its own where a needless node is passed over, or bytes stand between.</summary>
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Under which name a value's bytes are read.</summary>
    private readonly Dictionary<string, string> _bytes = [];

    private readonly List<NodeProto> _first = [];

    public ByteWriter(GraphRewrite graph, QuantizationPlan plan)
    {
        (_graph, _plan) = (graph, plan);
        _first.AddRange(Between(graph.Model.Graph.Input[0].Name));
    }

    /// <summary>The replacement of a node; nodes must come in the graph's order.</summary>
    public IReadOnlyList<NodeProto> Rewrite(NodeProto node)
    {
        List<NodeProto> nodes = [.. _first];
        _first.Clear();
        if (_plan.IsNeedless(node))
        {
            (_names[node.Output[0]], _bytes[node.Output[0]]) = (_names[node.Input[0]], _bytes[node.Input[0]]);
            return nodes;
        }

        var result = node.Clone();
        if (QuantizationPlan.Moves(node) && _bytes.TryGetValue(node.Input[0], out var moved) && _plan.Of(node.Output[0]) is { } kept)
        {
            result.Input[0] = moved;
            result.Output[0] = $"{node.Output[0]}.bytes";
            return [.. nodes, result, Dequantize(node.Output[0], kept)];
        }

        var inputRange = _plan.Of(node.Input[0]);
        if (node.OpType == "Conv" && inputRange is { } range && _graph.Floats(node.Input[1]) is { } weight)
        {
            nodes.AddRange(Weights(result, weight, range.Scale));
        }
        else if (node.OpType == "Relu" && inputRange is not null)
        {
            // ONNX Runtime has an integer kernel for the leaky one alone.
            result.OpType = "LeakyRelu";
            result.Attribute.Add(OnnxNode.Float("alpha", 0));
        }

        for (var i = 0; i < result.Input.Count; i++)
        {
            result.Input[i] = _names.GetValueOrDefault(result.Input[i], result.Input[i]);
        }

        nodes.Add(result);
        nodes.AddRange(Between(node.Output[0]));
        return nodes;
    }

    /// <summary>The two nodes behind a value; none where it stays float.</summary>
    private IEnumerable<NodeProto> Between(string value)
    {
        if (_plan.Of(value) is not { } range)
        {
            return [];
        }

        var dequantize = Dequantize(value, range);
        return [OnnxNode.Make("QuantizeLinear", $"{value}.quantize", [value, .. dequantize.Input.Skip(1)], $"{value}.bytes"), dequantize];
    }

    /// <summary>The node that makes floats of a value's bytes, under whose name the value is read from here on.</summary>
    private NodeProto Dequantize(string value, ActivationRange range)
    {
        var scale = _graph.Add($"{value}.scale", new WeightTensor([], [range.Scale]));
        var zero = _graph.Add(TensorData.Raw($"{value}.zero", TensorProto.Types.DataType.Uint8, [], [range.ZeroPoint]));
        (_names[value], _bytes[value]) = ($"{value}.floats", $"{value}.bytes");
        return OnnxNode.Make("DequantizeLinear", $"{value}.dequantize", [$"{value}.bytes", scale, zero], $"{value}.floats");
    }

    private IEnumerable<NodeProto> Weights(NodeProto conv, WeightTensor weight, float inputScale)
    {
        var bias = conv.Input.Count > 2 ? _graph.Floats(conv.Input[2]) : null;
        var computed = conv.Input.Count > 2 && bias is null ? conv.Input[2] : null;

        var bytes = new ConvolutionBytes(weight, bias, inputScale);
        var name = conv.Input[1];
        conv.Input[1] = $"{name}.floats";
        yield return OnnxNode.Make(
            "DequantizeLinear", $"{name}.dequantize",
            [_graph.Add(bytes.Weights($"{name}.bytes")), _graph.Add($"{name}.scale", bytes.Scales), _graph.Add(bytes.WeightZeros($"{name}.zero"))],
            conv.Input[1], OnnxNode.Int("axis", 0));
        if (computed is not null)
        {
            foreach (var node in ComputedBias(conv, computed, bytes))
            {
                yield return node;
            }
        }
        else if (bias is not null)
        {
            // The four parts of a transposed convolution share one bias, but not its unit.
            var of = $"{conv.Name}.bias";
            conv.Input[2] = $"{of}.floats";
            yield return OnnxNode.Make(
                "DequantizeLinear", $"{of}.dequantize",
                [_graph.Add(bytes.Biases($"{of}.bytes")), _graph.Add($"{of}.scale", bytes.BiasScales), _graph.Add(bytes.BiasZeros($"{of}.zero"))],
                conv.Input[2], OnnxNode.Int("axis", 0));
        }
    }

    /// <summary>A bias that the style moves, in the unit of the products' sum: the pixels never see it as floats.</summary>
    private IEnumerable<NodeProto> ComputedBias(NodeProto conv, string bias, ConvolutionBytes bytes)
    {
        var of = $"{conv.Name}.bias";
        var scales = _graph.Add($"{of}.scale", bytes.BiasScales);
        conv.Input[2] = $"{of}.floats";
        yield return OnnxNode.Make("Div", $"{of}.steps", [bias, scales], $"{of}.steps");
        yield return OnnxNode.Make(
            "Clip", $"{of}.bounded", [$"{of}.steps", _graph.Add("bias.least", new WeightTensor([], [-ConvolutionBytes.BiasLimit])), _graph.Add("bias.most", new WeightTensor([], [ConvolutionBytes.BiasLimit]))],
            $"{of}.bounded");
        yield return OnnxNode.Make("Round", $"{of}.whole", [$"{of}.bounded"], $"{of}.whole");
        yield return OnnxNode.Make("Cast", $"{of}.bytes", [$"{of}.whole"], $"{of}.bytes", OnnxNode.Int("to", (int)TensorProto.Types.DataType.Int32));
        yield return OnnxNode.Make(
            "DequantizeLinear", $"{of}.dequantize", [$"{of}.bytes", scales, _graph.Add(bytes.BiasZeros($"{of}.zero"))], conv.Input[2], OnnxNode.Int("axis", 0));
    }
}
