using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>A snapshot read back: the generator that one of our .onnx files holds, and what the file says of itself. Immutable.</summary>
/// <remarks>
/// The graph keeps our names of weights. What it no longer has, it needs no more: where statistics were folded into the convolutions the generator comes back
/// without norms, where each picture has its own it comes back with instance norms; either way it translates as the file does.
/// </remarks>
internal sealed record Snapshot(GeneratorWeights Generator, SnapshotMetadata Metadata)
{
    public const string Extension = ".onnx";

    private const string Half = ".half";

    /// <exception cref="UserException">The file is missing, damaged, of another program, or int8.</exception>
    public static Snapshot Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new UserException(WeightsTexts.NoSnapshot(path));
        }

        var model = OnnxFile.Read(path);
        var entries = OnnxFile.Metadata(model);
        if (!SnapshotMetadata.IsIn(entries))
        {
            throw new UserException(WeightsTexts.ForeignSnapshot(path));
        }

        var metadata = Read(path, entries);
        if (metadata.Precision == WeightPrecision.Int8)
        {
            throw new UserException(WeightsTexts.Int8Snapshot(path));
        }

        var generator = OwnLayout.Read(new FoundWeights(Weights(model.Graph)))
            ?? throw new UserException(WeightsTexts.OtherSnapshot(path));
        return new Snapshot(generator with { Shape = generator.Shape with { Statistics = metadata.Statistics } }, metadata);
    }

    private static SnapshotMetadata Read(string path, IReadOnlyDictionary<string, string> entries)
    {
        try
        {
            return SnapshotMetadata.FromEntries(entries);
        }
        catch (UserException fault)
        {
            throw new UserException(WeightsTexts.UnusableSnapshot(path, fault.Message), fault);
        }
    }

    /// <summary>By our names; numbers that only the graph needs are left out.</summary>
    private static Dictionary<string, WeightTensor> Weights(GraphProto graph) => graph.Initializer
        .Select(tensor => (Name: tensor.Name.EndsWith(Half, StringComparison.Ordinal) ? tensor.Name[..^Half.Length] : tensor.Name, Tensor: tensor))
        .Where(one => one.Name.EndsWith(".weight", StringComparison.Ordinal) || one.Name.EndsWith(".bias", StringComparison.Ordinal))
        .ToDictionary(one => one.Name, one => TensorData.ToWeight(one.Tensor));
}
