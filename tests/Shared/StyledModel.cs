using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Shared;

/// <summary>A generator with styles and random weights, and what it must answer: an unstyled one whose biases have the style added, number by number.</summary>
internal static class StyledModel
{
    public static ModelStyle Style { get; } = new(
        new StyleDefinition("test", "cmp-facade",
        [
            new StyleGroup("wall", "Wall", StyleQuantity.Color, ["facade"], [0.6f, 0.5f, 0.4f]),
            new StyleGroup("warmth", "Warmth", StyleQuantity.Warmth, [], [0.1f]),
        ]),
        new StyleDistribution([[0.9f, 0.1f, 0.1f, 0.3f], [0.1f, 0.2f, 0.8f, -0.3f], [0.5f, 0.5f, 0.5f, 0f]]));

    /// <summary>Far from the neutral style.</summary>
    public static float[] Other { get; } = [0.1f, 0.9f, 0.7f, -0.4f];

    public static GeneratorShape Shape(GeneratorKind kind, NormKind norm, NormStatistics statistics, UpsampleKind upsample, int width = 4) =>
        new(kind, 3, 3, width, kind == GeneratorKind.UNet ? 4 : 2, norm, statistics, upsample, 0) { StyleLength = Style.Definition.Count };

    /// <summary>The same shape without styles, and its weights.</summary>
    public static (GeneratorShape Shape, Dictionary<string, WeightTensor> Weights) Bake(GeneratorShape shape, IReadOnlyDictionary<string, WeightTensor> weights, ReadOnlySpan<float> style)
    {
        var normalized = new float[style.Length];
        Style.Definition.Normalize(style, normalized);
        var baked = weights.ToDictionary();
        foreach (var name in weights.Keys.Where(name => name.EndsWith(".style.weight", StringComparison.Ordinal)))
        {
            var layer = name[..^".style.weight".Length];
            var bias = weights.ContainsKey($"{layer}.norm.bias") ? $"{layer}.norm.bias" : $"{layer}.conv.bias";
            baked[bias] = new WeightTensor(weights[bias].Dims, [.. weights[bias].Values.Select((value, c) => value + normalized.Select((number, k) => number * weights[name].Values[(c * normalized.Length) + k]).Sum())]);
            baked.Remove(name);
        }

        return (shape with { StyleLength = 0 }, baked);
    }

    /// <summary>What a style's translation of a probe's picture must be.</summary>
    public static float[] Expected(GeneratorShape shape, int side, ulong seed, ReadOnlySpan<float> style)
    {
        var (plain, weights) = Bake(shape, RandomWeights.For(shape, seed: 21), style);
        var path = Path.GetTempFileName();
        try
        {
            var model = GeneratorGraph.Build(plain, side, side, weights);
            model.ProducerName = "random weights";
            OnnxFile.Write(path, model);
            using var generator = GeneratorLoader.Load(path, new LoadOptions { Threads = 1, Provider = ExecutionProvider.Cpu });
            return Translate(generator, seed);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static float[] Translate(ITensorGenerator generator, ulong seed)
    {
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        Probe.FillInput(seed, input.Values);
        generator.Translate(input, output);
        return output.Values.ToArray();
    }

    /// <summary>Writes it as the trainer would: with metadata and the neutral style's probe.</summary>
    public static void Write(string path, GeneratorShape shape, int side, Func<global::Onnx.ModelProto, global::Onnx.ModelProto>? rewrite = null)
    {
        const ulong seed = 3;
        var model = GeneratorGraph.Build(shape, side, side, RandomWeights.For(shape, seed: 21), Style.Definition);
        OnnxFile.Write(path, rewrite?.Invoke(model) ?? model, new SnapshotMetadata(
            Direction.BtoA, side, side, ValueRange.Signed, "cmp-facade", shape.Statistics, WeightPrecision.Fp32, "styled", 1, Probe.Of(seed, Expected(shape, side, seed, Style.Definition.Neutral))) { Style = Style });
    }

    public static float LargestDifference(IEnumerable<float> one, IEnumerable<float> other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Max();
}
