using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>A copy of a model while it is rewritten: finds weights by name, puts nodes into the place of others, and leaves nothing unused behind.</summary>
internal sealed class GraphRewrite
{
    private readonly GraphProto _graph;
    private readonly Dictionary<string, TensorProto> _weights;

    /// <param name="model">Stays as it is.</param>
    public GraphRewrite(ModelProto model)
    {
        Model = model.Clone();
        _graph = Model.Graph;
        _weights = _graph.Initializer.ToDictionary(tensor => tensor.Name);
    }

    public ModelProto Model { get; }

    public IEnumerable<NodeProto> Nodes => _graph.Node;

    /// <summary>A weight that the graph holds; null where the name is a value that is computed, or one kept in a second file.</summary>
    public TensorProto? Weight(string name) =>
        _weights.TryGetValue(name, out var tensor) && tensor.DataLocation != TensorProto.Types.DataLocation.External ? tensor : null;

    /// <summary>The same for one of float32 or float16, as plain memory.</summary>
    public WeightTensor? Floats(string name) =>
        Weight(name) is { } tensor && tensor.DataType is (int)TensorProto.Types.DataType.Float or (int)TensorProto.Types.DataType.Float16
            ? TensorData.ToWeight(tensor)
            : null;

    /// <summary>Adds a weight, or puts it into the place of the one of its name.</summary>
    public string Add(TensorProto tensor)
    {
        if (_weights.TryGetValue(tensor.Name, out var known))
        {
            _graph.Initializer.Remove(known);
        }

        _weights[tensor.Name] = tensor;
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    public string Add(string name, WeightTensor weight) => Add(TensorData.ToInitializer(name, weight));

    /// <summary>Whole numbers, as some operators want their sizes.</summary>
    public string Add(string name, params ReadOnlySpan<long> values) =>
        Add(TensorData.Raw(name, TensorProto.Types.DataType.Int64, [values.Length], System.Runtime.InteropServices.MemoryMarshal.AsBytes(values).ToArray()));

    /// <summary>Puts nodes into the place of each one for which <paramref name="rewrite"/> gives some; null leaves the node as it is.</summary>
    public void Replace(Func<NodeProto, IReadOnlyList<NodeProto>?> rewrite)
    {
        var nodes = _graph.Node.SelectMany(node => rewrite(node) ?? [node]).ToList();
        _graph.Node.Clear();
        _graph.Node.AddRange(nodes);
    }

    /// <summary>The rewritten model, without the weights that no node reads any more.</summary>
    public ModelProto Finish()
    {
        var used = _graph.Node.SelectMany(node => node.Input).Concat(_graph.Output.Select(output => output.Name)).ToHashSet();
        var unused = _graph.Initializer.Where(tensor => !used.Contains(tensor.Name)).Select(tensor => tensor.Name).ToHashSet();
        Keep(_graph.Initializer, tensor => !unused.Contains(tensor.Name));

        // Older exporters list their weights among the inputs too.
        Keep(_graph.Input, input => !unused.Contains(input.Name));
        return Model;
    }

    private static void Keep<T>(Google.Protobuf.Collections.RepeatedField<T> all, Func<T, bool> wanted)
    {
        var kept = all.Where(wanted).ToList();
        all.Clear();
        all.AddRange(kept);
    }
}
