using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Writes what a style adds to layers: all of it is computed on a few numbers, and joins the biases that layers have anyway. <see cref="StyleBiases"/> reads it back.</summary>
internal sealed class StyleWriter
{
    private readonly GraphBuilder _graph;
    private readonly NamedWeights _weights;
    private readonly int _length;
    private readonly string _normalized;

    public StyleWriter(GraphBuilder graph, NamedWeights weights, StyleDefinition style)
    {
        (_graph, _weights, _length) = (graph, weights, style.Count);
        var centred = graph.Sub("style.centred", graph.StyleInput(style.Neutral), graph.Weight(StyleBiases.Neutral, Row(style.Values.Select(value => value.Neutral))));
        _normalized = graph.Flat("style.normalized", graph.Div("style.scaled", centred, graph.Weight(StyleBiases.Unit, Row(style.Values.Select(value => value.Unit)))));
    }

    /// <param name="bias">The name of the bias without style.</param>
    /// <returns>The name of the one with it.</returns>
    public string Bias(string layer, string bias, int channels)
    {
        var weight = $"{layer}.style.weight";
        var moved = _graph.MatMul($"{layer}.style", _graph.Weight(weight, _weights.Get(weight, channels, _length)), _normalized);
        return _graph.Add($"{layer}.style.bias", moved, bias);
    }

    private static WeightTensor Row(IEnumerable<float> values)
    {
        float[] all = [.. values];
        return new WeightTensor([1, all.Length], all);
    }
}
