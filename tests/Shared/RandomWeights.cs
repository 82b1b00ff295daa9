using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Shared;

/// <summary>Weights of a generator, by name, drawn from a seed: every name and shape that <see cref="GeneratorShape"/>'s remarks give.</summary>
internal static class RandomWeights
{
    public static Dictionary<string, WeightTensor> For(GeneratorShape shape, int seed)
    {
        var random = new Random(seed);
        var weights = new Dictionary<string, WeightTensor>();
        if (shape.Kind == GeneratorKind.UNet)
        {
            for (var level = 0; level < shape.Depth; level++)
            {
                var kernel = level == 0 ? 4 * shape.Patch : 4;
                var inputs = level == 0 ? shape.InputChannels : shape.Channels(level - 1);
                Layer($"encoder.{level}", [shape.Channels(level), inputs, kernel, kernel], shape.Channels(level), level > 0 && level < shape.Depth - 1);
                inputs = shape.Channels(level) * (level == shape.Depth - 1 ? 1 : 2);
                var outputs = level == 0 ? shape.OutputChannels : shape.Channels(level - 1);
                Layer($"decoder.{level}", shape.Upsample == UpsampleKind.Transposed ? [inputs, outputs, kernel, kernel] : [outputs, inputs, 3, 3], outputs, level > 0);
            }

            for (var level = 1; level < shape.Depth; level++)
            {
                Style($"decoder.{level}", shape.Channels(level - 1));
            }

            return weights;
        }

        var (patch, edge) = (shape.Patch, shape.Patch switch { 1 => 7, 2 => 5, _ => 3 });
        Layer("stem", [shape.Width, shape.InputChannels, edge * patch, edge * patch], shape.Width, normed: true);
        for (var level = 0; level < shape.Levels; level++)
        {
            var (narrow, wide) = (shape.Channels(level), shape.Channels(level + 1));
            Layer($"down.{level}", [wide, narrow, 3, 3], wide, normed: true);
            Layer($"up.{level}", shape.Upsample == UpsampleKind.Transposed ? [wide, narrow, 3, 3] : [narrow, wide, 3, 3], narrow, normed: true);
        }

        var channels = shape.Channels(shape.Levels);
        for (var block = 0; block < shape.Depth; block++)
        {
            Layer($"block.{block}.0", [channels, channels, 3, 3], channels, normed: true);
            Layer($"block.{block}.1", [channels, channels, 3, 3], channels, normed: true);
        }

        var outer = shape.OutputChannels * patch * patch;
        Layer("head", [outer, shape.Width, edge, edge], outer, normed: false);
        for (var i = 0; i < Math.Max(shape.Depth, shape.Levels); i++)
        {
            Style(i < shape.Depth ? $"block.{i}.0" : "", channels);
            Style(i < shape.Levels ? $"up.{i}" : "", shape.Channels(i));
        }

        return weights;

        void Style(string layer, int outputs)
        {
            if (shape.StyleLength > 0 && layer.Length > 0)
            {
                weights[$"{layer}.style.weight"] = new WeightTensor([outputs, shape.StyleLength], Normal([outputs, shape.StyleLength], 0, 0.005));
            }
        }

        void Layer(string name, int[] dims, int outputs, bool normed)
        {
            // Scaled to the number of inputs, so that the answer neither dies out nor sticks at -1 and 1.
            var fan = dims.Aggregate(1, (product, dim) => product * dim) / outputs;
            weights[$"{name}.conv.weight"] = new WeightTensor(dims, Normal(dims, 0, 1.4 / Math.Sqrt(fan)));
            if (!normed || shape.Norm == NormKind.None)
            {
                weights[$"{name}.conv.bias"] = new WeightTensor([outputs], Normal([outputs], 0, 0.1));
                return;
            }

            weights[$"{name}.norm.weight"] = new WeightTensor([outputs], Normal([outputs], 1, 0.2));
            weights[$"{name}.norm.bias"] = new WeightTensor([outputs], Normal([outputs], 0, 0.2));
            weights[$"{name}.norm.running_mean"] = new WeightTensor([outputs], Normal([outputs], 0, 0.2));
            weights[$"{name}.norm.running_var"] = new WeightTensor([outputs], [.. Normal([outputs], 1, 0.2).Select(v => Math.Abs(v) + 0.3f)]);
        }

        float[] Normal(int[] dims, double mean, double deviation)
        {
            var values = new float[dims.Aggregate(1, (product, dim) => product * dim)];
            for (var i = 0; i < values.Length; i++)
            {
                var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
                values[i] = (float)(mean + (deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble())));
            }

            return values;
        }
    }
}
