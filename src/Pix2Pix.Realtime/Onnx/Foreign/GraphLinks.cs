using Onnx;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Who makes and who reads each value of a graph, and its small constants: what guesses are made from.</summary>
internal sealed class GraphLinks
{
    /// <summary>Constants of more values than this are weights, not the scale of a picture.</summary>
    private const int MostConstants = 16;

    private readonly Dictionary<string, NodeProto> _makers = [];
    private readonly ILookup<string, NodeProto> _readers;
    private readonly Dictionary<string, TensorProto> _constants = [];

    public GraphLinks(GraphProto graph)
    {
        Graph = graph;
        _readers = graph.Node.SelectMany(node => node.Input.Distinct().Select(name => (name, node))).ToLookup(one => one.name, one => one.node);
        foreach (var tensor in graph.Initializer)
        {
            _constants[tensor.Name] = tensor;
        }

        foreach (var node in graph.Node)
        {
            foreach (var output in node.Output.Where(name => name.Length > 0))
            {
                _makers[output] = node;
            }

            if (node.OpType == "Constant" && node.Output.Count > 0 && node.Attribute.FirstOrDefault(attribute => attribute.Name == "value")?.T is { } value)
            {
                _constants[node.Output[0]] = value;
            }
        }
    }

    public GraphProto Graph { get; }

    /// <summary>The node that makes a value; null for inputs and weights.</summary>
    public NodeProto? Maker(string name) => _makers.GetValueOrDefault(name);

    /// <summary>The only node that reads a value; null where there are none or several.</summary>
    public NodeProto? OnlyReader(string name) => _readers[name].Take(2).ToArray() is [var only] ? only : null;

    public bool IsRead(string name) => _readers.Contains(name);

    /// <summary>The shape of a weight; null where the name is none.</summary>
    public IReadOnlyList<long>? Dims(string name) => _constants.TryGetValue(name, out var tensor) ? tensor.Dims : null;

    /// <summary>The mean of a small constant of floats, such as a factor for all channels or one for each; null where the name is none.</summary>
    public double? Number(string name)
    {
        var isSmall = _constants.TryGetValue(name, out var tensor) && tensor.Dims.Aggregate(1.0, (product, dim) => product * dim) is >= 1 and <= MostConstants;
        return isSmall && tensor!.DataLocation != TensorProto.Types.DataLocation.External ? Mean(tensor) : null;
    }

    private static double? Mean(TensorProto tensor)
    {
        if (tensor.DataType == (int)TensorProto.Types.DataType.Double)
        {
            return tensor.DoubleData.Count > 0 ? tensor.DoubleData.Average()
                : tensor.RawData.Length >= sizeof(double) ? System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(tensor.RawData.Span).ToArray().Average() : null;
        }

        return tensor.DataType is (int)TensorProto.Types.DataType.Float or (int)TensorProto.Types.DataType.Float16 ? TensorData.ToWeight(tensor).Values.Average() : null;
    }
}
