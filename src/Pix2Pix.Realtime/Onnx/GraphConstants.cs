using System.Buffers.Binary;
using Onnx;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>The constants of a graph: initializers and Constant nodes, looked up through casts such as <see cref="HalfWeights"/> writes.</summary>
internal sealed class GraphConstants
{
    private readonly Dictionary<string, TensorProto> _tensors = [];

    public GraphConstants(GraphProto graph)
    {
        foreach (var tensor in graph.Initializer)
        {
            _tensors[tensor.Name] = tensor;
        }

        var nodes = new List<NodeProto>();
        foreach (var node in graph.Node)
        {
            if (node.OpType == "Constant" && node.Attribute.FirstOrDefault(attribute => attribute.Name == "value")?.T is { } value)
            {
                _tensors[node.Output[0]] = value;
            }
            else if (node.OpType is "Cast" or "Identity" && _tensors.TryGetValue(node.Input[0], out var tensor))
            {
                _tensors[node.Output[0]] = tensor;
            }
            else
            {
                nodes.Add(node);
            }
        }

        Nodes = nodes;
    }

    /// <summary>The nodes that need the picture, in an order in which they can be computed.</summary>
    public IReadOnlyList<NodeProto> Nodes { get; }

    /// <summary>A weight as float32, whatever the file stores.</summary>
    /// <exception cref="UserException">The graph has no such weight, or not as numbers that can be read.</exception>
    public WeightTensor Weight(string name) => TensorData.ToWeight(Find(name));

    /// <summary>A list of whole numbers (int64), such as the pads of a Pad node.</summary>
    /// <exception cref="UserException">The graph has no such list.</exception>
    public IReadOnlyList<int> Wholes(string name)
    {
        var tensor = Find(name);
        if (tensor.DataType != (int)TensorProto.Types.DataType.Int64)
        {
            throw new UserException($"Expected whole numbers in '{name}', found {(TensorProto.Types.DataType)tensor.DataType}.");
        }

        if (tensor.RawData.IsEmpty)
        {
            return [.. tensor.Int64Data.Select(value => checked((int)value))];
        }

        var values = new int[tensor.RawData.Length / sizeof(long)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = checked((int)BinaryPrimitives.ReadInt64LittleEndian(tensor.RawData.Span[(i * sizeof(long))..]));
        }

        return values;
    }

    private TensorProto Find(string name) =>
        _tensors.TryGetValue(name, out var tensor) ? tensor : throw new UserException($"Expected '{name}' among the graph's weights, found none.");
}
