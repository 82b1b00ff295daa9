using System.Runtime.InteropServices;
using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>The nodes at one side of a graph, one after the other: each method adds one and returns the name of its output. Their constants go into the graph.</summary>
/// <param name="graph">Gets the constants.</param>
/// <param name="opset">The version of ONNX's operators.</param>
/// <param name="side">Begins all names, so that none is the graph's own.</param>
internal sealed class EdgeNodes(GraphProto graph, long opset, string side)
{
    /// <summary>From this version on dimensions are an input of operators, before it an attribute.</summary>
    private const long AxesAreInputs = 13;

    private readonly List<NodeProto> _nodes = [];

    public IReadOnlyList<NodeProto> Nodes => _nodes;

    public string Add(string kind, string name, IEnumerable<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        _nodes.Add(OnnxNode.Make(kind, Own(name), inputs, Own(name), attributes));
        return Own(name);
    }

    public string Cast(string name, string value, DataType type) => Add("Cast", name, [value], OnnxNode.Int("to", (int)type));

    public string Transpose(string value, params ReadOnlySpan<int> order) => Add("Transpose", "order", [value], OnnxNode.Ints("perm", order));

    /// <summary>Squeeze or Unsqueeze.</summary>
    public string Axes(string kind, string value, params ReadOnlySpan<long> axes)
    {
        if (opset >= AxesAreInputs)
        {
            return Add(kind, "rank", [value, Wholes("axes", [axes.Length], axes)]);
        }

        var attribute = OnnxNode.Ints("axes");
        attribute.Ints.AddRange(axes.ToArray());
        return Add(kind, "rank", [value], attribute);
    }

    /// <summary>One factor and one summand a channel, as the convolution that GPUs compute too; nothing where the numbers stay as they are.</summary>
    public string Scale(string value, int channels, Func<int, (float Factor, float Summand)> scale)
    {
        var (weights, bias) = (new float[channels * channels], new float[channels]);
        var isSame = true;
        for (var c = 0; c < channels; c++)
        {
            (weights[(c * channels) + c], bias[c]) = scale(c);
            isSame &= (weights[(c * channels) + c], bias[c]) == (1, 0);
        }

        return isSame ? value : Mix("scale", value, channels, weights, bias);
    }

    /// <summary>A convolution of 1x1.</summary>
    /// <param name="weights"><c>[out,in]</c>.</param>
    /// <param name="bias">One value an output channel.</param>
    public string Mix(string name, string value, int inputs, float[] weights, float[] bias) => Add(
        "Conv", name, [value, Floats($"{name}.weight", [bias.Length, inputs, 1, 1], weights), Floats($"{name}.bias", [bias.Length], bias)], OnnxNode.Ints("kernel_shape", 1, 1));

    public string Floats(string name, int[] dims, params float[] values)
    {
        graph.Initializer.Add(TensorData.ToInitializer(Own(name), new WeightTensor(dims, values)));
        return Own(name);
    }

    public string Wholes(string name, int[] dims, params ReadOnlySpan<long> values)
    {
        graph.Initializer.Add(TensorData.Raw(Own(name), DataType.Int64, dims, MemoryMarshal.AsBytes(values).ToArray()));
        return Own(name);
    }

    /// <summary>Gives the last value the name that others know it by.</summary>
    public void Name(string value, string name)
    {
        if (_nodes.Count > 0 && _nodes[^1].Output[0] == value)
        {
            _nodes[^1].Output[0] = name;
        }
        else
        {
            _nodes.Add(OnnxNode.Make("Identity", Own("name"), [value], name));
        }
    }

    private string Own(string name) => $"pix2pix.{side}.{name}";
}
