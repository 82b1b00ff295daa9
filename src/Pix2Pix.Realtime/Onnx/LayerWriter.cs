using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Writes a generator's layers, each a convolution with the norm that follows it; the one place that knows what a norm becomes in a graph.</summary>
internal sealed class LayerWriter
{
    private readonly GraphBuilder _graph;
    private readonly NamedWeights _weights;
    private readonly GeneratorShape _shape;
    private readonly StyleWriter? _style;

    /// <param name="style">What the style's numbers mean; null = no layer has one.</param>
    public LayerWriter(GraphBuilder graph, NamedWeights weights, GeneratorShape shape, StyleDefinition? style)
    {
        (_graph, _weights, _shape) = (graph, weights, shape);
        _style = style is null ? null : new StyleWriter(graph, weights, style);
    }

    /// <summary>A convolution and its norm: <c>LAYER.conv.weight [out,in,k,k]</c>.</summary>
    /// <param name="normed">Whether a norm follows; where none does, or the generator has none, the convolution has a bias.</param>
    /// <param name="styled">Whether the style is added to what it gives.</param>
    public string Convolution(string layer, string x, int inputs, int outputs, int kernel, int stride, int pads, bool normed, bool styled = false)
    {
        var (weight, bias) = Prepare(layer, _weights.Get($"{layer}.conv.weight", outputs, inputs, kernel, kernel), 0, normed, styled);
        return Normalize(layer, _graph.Conv($"{layer}.conv", x, weight, bias, kernel, stride, pads), outputs, normed, styled);
    }

    /// <summary>A transposed convolution and its norm: <c>LAYER.conv.weight [in,out,k,k]</c>. It doubles the sides, or with a kernel of 4P multiplies them by 2P.</summary>
    public string Transposed(string layer, string x, int inputs, int outputs, int kernel, bool normed, bool styled = false)
    {
        var (weight, bias) = Prepare(layer, _weights.Get($"{layer}.conv.weight", inputs, outputs, kernel, kernel), 1, normed, styled);

        // An odd kernel would leave one row and column less than twice the sides.
        var patch = (kernel + 1) / 4;
        var convolved = _graph.ConvTranspose($"{layer}.conv", x, weight, bias, kernel, stride: 2 * patch, pads: patch, outputPadding: kernel % 2);
        return Normalize(layer, convolved, outputs, normed, styled);
    }

    /// <summary>Doubles the sides in the generator's way; <paramref name="kernel"/> is the transposed convolution's.</summary>
    public string Upsampled(string layer, string x, int inputs, int outputs, int kernel, UpsampleKind kind, bool normed, bool styled = false) =>
        kind == UpsampleKind.Transposed
            ? Transposed(layer, x, inputs, outputs, kernel, normed, styled)
            : Convolution(layer, _graph.NearestTwice($"{layer}.up", x), inputs, outputs, kernel: 3, stride: 1, pads: 1, normed, styled);

    private bool Folds => _shape is { Norm: NormKind.Batch, Statistics: NormStatistics.Running };

    private (string Weight, string? Bias) Prepare(string layer, WeightTensor weight, int outputDimension, bool normed, bool styled)
    {
        var outputs = weight.Dims[outputDimension];
        var (weightName, biasName) = ($"{layer}.conv.weight", $"{layer}.conv.bias");
        if (!normed || _shape.Norm == NormKind.None)
        {
            return (_graph.Weight(weightName, weight), Bias(layer, biasName, _weights.Get(biasName, outputs), styled));
        }

        if (!Folds)
        {
            return (_graph.Weight(weightName, weight), null);
        }

        var running = new RunningNorm(
            _weights.Get($"{layer}.norm.weight", outputs), _weights.Get($"{layer}.norm.bias", outputs),
            _weights.Get($"{layer}.norm.running_mean", outputs), _weights.Get($"{layer}.norm.running_var", outputs));
        var (folded, bias) = NormFolding.Fold(weight, outputDimension, bias: null, running, GeneratorShape.NormEpsilon);
        return (_graph.Weight(weightName, folded), Bias(layer, biasName, bias, styled));
    }

    private string Normalize(string layer, string x, int outputs, bool normed, bool styled)
    {
        if (!normed || _shape.Norm == NormKind.None || Folds)
        {
            return x;
        }

        // At one picture a time, a batch's own statistics are the picture's: InstanceNormalization says so in every runtime.
        var scale = _graph.Weight($"{layer}.norm.weight", _weights.Get($"{layer}.norm.weight", outputs));
        var shift = Bias(layer, $"{layer}.norm.bias", _weights.Get($"{layer}.norm.bias", outputs), styled);
        return _graph.InstanceNormalization($"{layer}.norm", x, scale, shift, GeneratorShape.NormEpsilon);
    }

    /// <summary>What is added to each channel last of all is where the style belongs: it costs nothing there, and no norm takes it back.</summary>
    private string Bias(string layer, string name, WeightTensor bias, bool styled) =>
        _style is not null && styled ? _style.Bias(layer, _graph.Weight(name, bias), bias.Values.Length) : _graph.Weight(name, bias);
}
