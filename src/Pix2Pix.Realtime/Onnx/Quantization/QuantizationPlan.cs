using Onnx;

namespace Pix2Pix.Realtime.Onnx.Quantization;

/// <summary>
/// Which byte means what for each value of a graph, and which nodes the bytes make needless. A value takes its reader's range wherever that reader is its only
/// one: a ReLU then costs nothing (bytes that start at zero cut off what is below), and what is only moved (interleaved, cut, padded) keeps its bytes.
/// </summary>
internal sealed class QuantizationPlan
{
    private readonly Dictionary<string, ActivationRange> _ranges;
    private readonly ILookup<string, NodeProto> _readers;
    private readonly HashSet<NodeProto> _needless = new(ReferenceEqualityComparer.Instance);
    private readonly string _output;

    public QuantizationPlan(GraphProto graph, IReadOnlyDictionary<string, ActivationRange> measured)
    {
        _ranges = new(measured);
        _output = graph.Output[0].Name;
        _readers = graph.Node.SelectMany(node => node.Input.Select(name => (name, node))).ToLookup(one => one.name, one => one.node);
        foreach (var node in graph.Node.Reverse())
        {
            Ask(node);
        }

        foreach (var node in graph.Node.Where(Moves))
        {
            if (_ranges.TryGetValue(node.Input[0], out var range) && _ranges.ContainsKey(node.Output[0]))
            {
                _ranges[node.Output[0]] = range;
            }
        }
    }

    /// <summary>Whether a node puts values elsewhere and computes nothing: then it can do so with their bytes.</summary>
    public static bool Moves(NodeProto node) => node.OpType switch
    {
        "DepthToSpace" or "Slice" or "Reshape" or "Transpose" => true,
        "Pad" => node.ReadText("mode") is "reflect" or "edge",
        "Resize" => node.ReadText("mode") is "" or "nearest",
        _ => false,
    };

    /// <summary>Whether a node's work is done by its input's bytes.</summary>
    public bool IsNeedless(NodeProto node) => _needless.Contains(node);

    /// <summary>The range of a value; null where it stays float32.</summary>
    public ActivationRange? Of(string value) => value != _output && _ranges.TryGetValue(value, out var range) ? range : null;

    /// <summary>Gives a node's inputs the ranges that it asks them to have.</summary>
    private void Ask(NodeProto node)
    {
        if (!_ranges.TryGetValue(node.Output[0], out var wanted))
        {
            return;
        }

        foreach (var input in node.Input.Where(input => _ranges.ContainsKey(input) && _readers[input].Count() == 1))
        {
            if (node.OpType == "Relu")
            {
                _ranges[input] = wanted.Positive;
                _needless.Add(node);
            }
            else if (Moves(node) || IsJoinOfPhases(node))
            {
                _ranges[input] = wanted;
            }
            else if (node.OpType == "Concat" && wanted.Low >= 0)
            {
                _ranges[input] = _ranges[input].Positive;
            }
        }
    }

    /// <summary>The four parts of one picture, soon to be interleaved: with one range they are joined without a look at their bytes.</summary>
    private bool IsJoinOfPhases(NodeProto node) => node.OpType == "Concat" && _readers[node.Output[0]].All(reader => reader.OpType == "DepthToSpace");
}
