using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference.Tests;

/// <summary>
/// The generators of <see cref="GeneratorShape"/>'s remarks in the slowest and plainest arithmetic, double precision, no folding: what the graphs are
/// measured against.
/// </summary>
internal sealed class ReferenceGenerator(GeneratorShape shape, IReadOnlyDictionary<string, WeightTensor> weights)
{
    public Planes Translate(Planes input) => shape.Kind == GeneratorKind.UNet ? UNet(input) : ResNet(input);

    private Planes UNet(Planes input)
    {
        var skips = new List<Planes>();
        for (var level = 0; level < shape.Depth; level++)
        {
            var patch = level == 0 ? shape.Patch : 1;
            var x = level == 0 ? input : skips[^1].Map(v => v < 0 ? 0.2 * v : v);
            skips.Add(Norm($"encoder.{level}", Convolve($"encoder.{level}", x, stride: 2 * patch, pad: patch), level > 0 && level < shape.Depth - 1));
        }

        var below = skips[^1];
        for (var level = shape.Depth - 1; level >= 0; level--)
        {
            var x = level == shape.Depth - 1 ? below : skips[level].Join(below);
            below = Norm($"decoder.{level}", Up($"decoder.{level}", x.Map(Relu), outputPadding: 0, patch: level == 0 ? shape.Patch : 1), level > 0);
        }

        return below.Map(Math.Tanh);
    }

    private Planes ResNet(Planes input)
    {
        var reach = shape.Patch switch { 1 => 3, 2 => 2, _ => 1 };
        var x = Norm("stem", Convolve("stem", input.Reflect(reach * shape.Patch), stride: shape.Patch, pad: 0), true).Map(Relu);
        for (var level = 0; level < 2; level++)
        {
            x = Norm($"down.{level}", Convolve($"down.{level}", x, stride: 2, pad: 1), true).Map(Relu);
        }

        for (var block = 0; block < shape.Depth; block++)
        {
            var inner = Norm($"block.{block}.0", Convolve($"block.{block}.0", x.Reflect(1), stride: 1, pad: 0), true).Map(Relu);
            x = x.Plus(Norm($"block.{block}.1", Convolve($"block.{block}.1", inner.Reflect(1), stride: 1, pad: 0), true));
        }

        for (var level = 1; level >= 0; level--)
        {
            x = Norm($"up.{level}", Up($"up.{level}", x, outputPadding: 1), true).Map(Relu);
        }

        return Blocks(Convolve("head", x.Reflect(reach), stride: 1, pad: 0)).Map(Math.Tanh);
    }

    private Planes Blocks(Planes x)
    {
        var side = shape.Patch;
        var result = new Planes(x.Channels / (side * side), x.Height * side, x.Width * side);
        result.Fill((channel, row, column) => x[(channel * side * side) + (row % side * side) + (column % side), row / side, column / side]);
        return result;
    }

    private static double Relu(double value) => Math.Max(value, 0);

    private Planes Up(string layer, Planes x, int outputPadding, int patch = 1) =>
        shape.Upsample == UpsampleKind.Transposed ? Transpose(layer, x, outputPadding, patch) : Convolve(layer, x.Twice(), stride: 1, pad: 1);

    private Planes Convolve(string layer, Planes x, int stride, int pad)
    {
        var weight = weights[$"{layer}.conv.weight"];
        var (outputs, inputs, kernel) = (weight.Dims[0], weight.Dims[1], weight.Dims[2]);
        var result = new Planes(outputs, ((x.Height + (2 * pad) - kernel) / stride) + 1, ((x.Width + (2 * pad) - kernel) / stride) + 1);
        result.Fill((o, row, column) =>
        {
            var sum = Bias(layer, o);
            for (var i = 0; i < inputs; i++)
            {
                for (var k = 0; k < kernel * kernel; k++)
                {
                    sum += weight.Values[(((o * inputs) + i) * kernel * kernel) + k] * x.AtOrZero(i, (row * stride) - pad + (k / kernel), (column * stride) - pad + (k % kernel));
                }
            }

            return sum;
        });
        return result;
    }

    // Every input value is stamped, times the kernel, at twice its place, or at twice as many blocks.
    private Planes Transpose(string layer, Planes x, int outputPadding, int patch)
    {
        var weight = weights[$"{layer}.conv.weight"];
        var (inputs, outputs, kernel) = (weight.Dims[0], weight.Dims[1], weight.Dims[2]);
        var (stride, pad) = (2 * patch, patch);
        var result = new Planes(outputs, ((x.Height - 1) * stride) - (2 * pad) + kernel + outputPadding, ((x.Width - 1) * stride) - (2 * pad) + kernel + outputPadding);
        result.Fill((o, _, _) => Bias(layer, o));
        for (var i = 0; i < inputs; i++)
        {
            for (var o = 0; o < outputs; o++)
            {
                for (var k = 0; k < kernel * kernel; k++)
                {
                    var w = weight.Values[(((i * outputs) + o) * kernel * kernel) + k];
                    for (var place = 0; place < x.Height * x.Width; place++)
                    {
                        result.AddInside(o, (place / x.Width * stride) - pad + (k / kernel), (place % x.Width * stride) - pad + (k % kernel), w * x[i, place / x.Width, place % x.Width]);
                    }
                }
            }
        }

        return result;
    }

    private double Bias(string layer, int output) => weights.TryGetValue($"{layer}.conv.bias", out var bias) ? bias.Values[output] : 0;

    private Planes Norm(string layer, Planes x, bool normed)
    {
        if (!normed || shape.Norm == NormKind.None)
        {
            return x;
        }

        var running = shape.Norm == NormKind.Batch && shape.Statistics == NormStatistics.Running;
        var result = new Planes(x.Channels, x.Height, x.Width);
        for (var c = 0; c < x.Channels; c++)
        {
            var plane = x.Plane(c).ToArray();
            var mean = running ? weights[$"{layer}.norm.running_mean"].Values[c] : plane.Average();
            var variance = running ? weights[$"{layer}.norm.running_var"].Values[c] : plane.Average(v => (v - mean) * (v - mean));
            var factor = weights[$"{layer}.norm.weight"].Values[c] / Math.Sqrt(variance + 1e-5);
            var shift = weights[$"{layer}.norm.bias"].Values[c];
            plane.Select(v => ((v - mean) * factor) + shift).ToArray().CopyTo(result.Plane(c));
        }

        return result;
    }
}
