using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Writes a generator's layers, each a convolution with the norm that follows it; the one place that knows what a norm becomes in a graph.</summary>
internal sealed class LayerWriter(GraphBuilder graph, NamedWeights weights, NormKind norm, NormStatistics statistics)
{
    /// <summary>A convolution and its norm: <c>LAYER.conv.weight [out,in,k,k]</c>.</summary>
    /// <param name="normed">Whether a norm follows; where none does, or the generator has none, the convolution has a bias.</param>
    public string Convolution(string layer, string x, int inputs, int outputs, int kernel, int stride, int pads, bool normed)
    {
        var (weight, bias) = Prepare(layer, weights.Get($"{layer}.conv.weight", outputs, inputs, kernel, kernel), 0, normed);
        return Normalize(layer, graph.Conv($"{layer}.conv", x, weight, bias, kernel, stride, pads), outputs, normed);
    }

    /// <summary>A transposed convolution and its norm: <c>LAYER.conv.weight [in,out,k,k]</c>. It doubles the sides, or with a kernel of 4P multiplies them by 2P.</summary>
    public string Transposed(string layer, string x, int inputs, int outputs, int kernel, bool normed)
    {
        var (weight, bias) = Prepare(layer, weights.Get($"{layer}.conv.weight", inputs, outputs, kernel, kernel), 1, normed);

        // An odd kernel would leave one row and column less than twice the sides.
        var patch = (kernel + 1) / 4;
        var convolved = graph.ConvTranspose($"{layer}.conv", x, weight, bias, kernel, stride: 2 * patch, pads: patch, outputPadding: kernel % 2);
        return Normalize(layer, convolved, outputs, normed);
    }

    /// <summary>Doubles the sides in the generator's way; <paramref name="kernel"/> is the transposed convolution's.</summary>
    public string Upsampled(string layer, string x, int inputs, int outputs, int kernel, UpsampleKind kind, bool normed) =>
        kind == UpsampleKind.Transposed
            ? Transposed(layer, x, inputs, outputs, kernel, normed)
            : Convolution(layer, graph.NearestTwice($"{layer}.up", x), inputs, outputs, kernel: 3, stride: 1, pads: 1, normed);

    private bool Folds => norm == NormKind.Batch && statistics == NormStatistics.Running;

    private (string Weight, string? Bias) Prepare(string layer, WeightTensor weight, int outputDimension, bool normed)
    {
        var outputs = weight.Dims[outputDimension];
        var (weightName, biasName) = ($"{layer}.conv.weight", $"{layer}.conv.bias");
        if (!normed || norm == NormKind.None)
        {
            return (graph.Weight(weightName, weight), graph.Weight(biasName, weights.Get(biasName, outputs)));
        }

        if (!Folds)
        {
            return (graph.Weight(weightName, weight), null);
        }

        var running = new RunningNorm(
            weights.Get($"{layer}.norm.weight", outputs), weights.Get($"{layer}.norm.bias", outputs),
            weights.Get($"{layer}.norm.running_mean", outputs), weights.Get($"{layer}.norm.running_var", outputs));
        var (folded, bias) = NormFolding.Fold(weight, outputDimension, bias: null, running, GeneratorShape.NormEpsilon);
        return (graph.Weight(weightName, folded), graph.Weight(biasName, bias));
    }

    private string Normalize(string layer, string x, int outputs, bool normed)
    {
        if (!normed || norm == NormKind.None || Folds)
        {
            return x;
        }

        // At one picture a time, a batch's own statistics are the picture's: InstanceNormalization says so in every runtime.
        var scale = graph.Weight($"{layer}.norm.weight", weights.Get($"{layer}.norm.weight", outputs));
        var shift = graph.Weight($"{layer}.norm.bias", weights.Get($"{layer}.norm.bias", outputs));
        return graph.InstanceNormalization($"{layer}.norm", x, scale, shift, GeneratorShape.NormEpsilon);
    }
}
