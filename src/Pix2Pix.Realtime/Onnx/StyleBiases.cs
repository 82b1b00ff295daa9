using Onnx;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>What a graph computes of its style alone: biases, one number a channel. Empty for a graph without a style. Immutable; any thread.</summary>
internal sealed class StyleBiases
{
    internal const string Neutral = "style.neutral";
    internal const string Unit = "style.unit";

    private readonly HashSet<string> _values = [];
    private readonly Dictionary<string, NodeProto> _makers = [];
    private readonly GraphConstants _constants;

    public StyleBiases(GraphProto graph)
    {
        _constants = new GraphConstants(graph);
        if (graph.Input.All(input => input.Name != GraphBuilder.Style) || graph.Initializer.All(tensor => tensor.Name != GraphBuilder.Style))
        {
            return;
        }

        var known = graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        _values.Add(GraphBuilder.Style);
        foreach (var node in graph.Node)
        {
            if (node.Input.Any(_values.Contains) && node.Input.All(name => _values.Contains(name) || known.Contains(name) || name.Length == 0))
            {
                _values.Add(node.Output[0]);
                _makers[node.Output[0]] = node;
            }
            else if (node.Input.All(known.Contains))
            {
                // A weight behind a cast.
                known.Add(node.Output[0]);
            }
        }
    }

    /// <summary>Whether a value is the style or is computed of it alone.</summary>
    public bool Holds(string value) => _values.Contains(value);

    /// <summary>How a bias depends on the style; null where it does not.</summary>
    /// <exception cref="UserException">It does in a way that <see cref="GeneratorGraph"/> does not write.</exception>
    public StyledBias? Find(string value)
    {
        if (!_makers.TryGetValue(value, out var sum))
        {
            return null;
        }

        if (sum.OpType != "Add" || !_makers.TryGetValue(sum.Input[0], out var product) || product.OpType != "MatMul")
        {
            throw new UserException($"Expected a bias that is a sum of a product with the style, found '{value}' of another kind; export the file again.");
        }

        return new StyledBias(
            _constants.Weight(sum.Input[1]).Values, _constants.Weight(product.Input[0]).Values, _constants.Weight(Neutral).Values, _constants.Weight(Unit).Values);
    }
}
