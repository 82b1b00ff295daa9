using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Writes a U-Net with random weights: what it costs does not depend on what it learned.</summary>
internal static class RandomGenerator
{
    private const int Depth = 8;
    private const int Side = 256;

    /// <param name="side">Of its pictures, in pixels.</param>
    /// <param name="patch">See <see cref="GeneratorShape.Patch"/>.</param>
    public static void Write(string path, int width, NormStatistics statistics, int side = Side, int patch = 1)
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, width, Depth, NormKind.Batch, statistics, UpsampleKind.Transposed, Dropout: 0) { Patch = patch };
        var weights = new Dictionary<string, WeightTensor>();
        var random = new Random(1);
        for (var level = 0; level < Depth; level++)
        {
            var (isOuter, isInner) = (level == 0, level == Depth - 1);
            var above = isOuter ? 3 : shape.Channels(level - 1);
            var own = shape.Channels(level);
            var kernel = isOuter ? 4 * patch : 4;
            Layer($"encoder.{level}", [own, above, kernel, kernel], own, hasNorm: !isOuter && !isInner);
            Layer($"decoder.{level}", [isInner ? own : 2 * own, above, kernel, kernel], above, hasNorm: !isOuter);
        }

        var model = GeneratorGraph.Build(shape, side, side, weights);

        // Not the trainer's file: it has no probe, and nobody vouches for its answers.
        model.ProducerName = BenchTexts.RandomWeights;
        OnnxFile.Write(path, model);

        void Layer(string name, int[] dims, int outputs, bool hasNorm)
        {
            var fan = dims[1] * dims[2] * dims[3];
            weights[$"{name}.conv.weight"] = new WeightTensor(dims, Values(dims.Aggregate(1, (product, dim) => product * dim), 1.4f / MathF.Sqrt(fan)));
            if (!hasNorm)
            {
                weights[$"{name}.conv.bias"] = new WeightTensor([outputs], new float[outputs]);
                return;
            }

            weights[$"{name}.norm.weight"] = new WeightTensor([outputs], Ones(outputs));
            weights[$"{name}.norm.bias"] = new WeightTensor([outputs], new float[outputs]);
            weights[$"{name}.norm.running_mean"] = new WeightTensor([outputs], new float[outputs]);
            weights[$"{name}.norm.running_var"] = new WeightTensor([outputs], Ones(outputs));
        }

        float[] Values(int count, float scale)
        {
            var values = new float[count];
            for (var i = 0; i < count; i++)
            {
                values[i] = ((2 * random.NextSingle()) - 1) * scale;
            }

            return values;
        }

        static float[] Ones(int count)
        {
            var values = new float[count];
            values.AsSpan().Fill(1);
            return values;
        }
    }
}
