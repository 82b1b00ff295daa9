using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Snapshots;

/// <summary>Exports a generator: the graph with its weights, metadata, and the probe as libtorch computes it in the mode in which the generator translates.</summary>
/// <param name="size">Side of the picture, in pixels.</param>
/// <param name="direction">Which half of a pair is translated.</param>
/// <param name="palette">The palette's name; empty = none.</param>
/// <param name="run">The run's name.</param>
/// <param name="style">What the generator's styles are; null = it knows none.</param>
internal sealed class SnapshotWriter(int size, Direction direction, string palette, string run, ModelStyle? style = null)
{
    /// <summary>Writes the file, seen whole or not at all.</summary>
    /// <param name="step">Steps done.</param>
    /// <exception cref="UserException">A weight is not finite.</exception>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public void Write(string path, GeneratorNetwork generator, NormStatistics statistics, WeightPrecision precision, long step)
    {
        var shape = generator.Shape with { Statistics = statistics };
        var model = GeneratorGraph.Build(shape, size, size, Weights(generator), style?.Definition);
        if (precision == WeightPrecision.Fp16)
        {
            model = HalfWeights.Apply(model);
        }

        var metadata = new SnapshotMetadata(
            direction, size, size, ValueRange.Signed, palette, statistics, precision, run, step, Probe(generator, statistics, (ulong)step + 1))
        {
            Style = style,
        };
        OnnxFile.Write(path, model, metadata);
    }

    /// <summary>All weights and statistics by name.</summary>
    public static Dictionary<string, WeightTensor> Weights(GeneratorNetwork generator) => NetworkState.Of(generator).ToDictionary(
        entry => entry.Name,
        entry => new WeightTensor([.. entry.Value.shape.Select(side => (int)side)], TensorMemory.ToArray(entry.Value)));

    private Probe Probe(GeneratorNetwork generator, NormStatistics statistics, ulong seed)
    {
        using var scope = NewDisposeScope();
        Translation.Enter(generator, statistics);
        var channels = generator.Shape.InputChannels;
        var device = generator.parameters().First().device;
        var before = generator.Style;
        generator.Style = Neutral(device);
        var input = tensor(Onnx.Probe.Input(seed, new FrameShape(channels, size, size)), [1, channels, size, size], device: device);
        var probe = Onnx.Probe.Of(seed, TensorMemory.ToArray(Translation.Translate(generator, input)));
        generator.Style = before;
        return probe;
    }

    /// <summary>The exported graph's style where its caller gives none, normalised.</summary>
    private Tensor? Neutral(Device device)
    {
        if (style is null)
        {
            return null;
        }

        var normalized = new float[style.Definition.Count];
        style.Definition.Normalize(style.Definition.Neutral, normalized);
        return tensor(normalized, [1, normalized.Length], device: device);
    }
}
