using Onnx;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Makes of another program's model a generator like this program's own.</summary>
internal static class ForeignModel
{
    /// <summary>Whether another program made a model: it has no metadata of ours.</summary>
    public static bool Is(ModelProto model) => model.ProducerName != SnapshotMetadata.Producer && !SnapshotMetadata.IsIn(OnnxFile.Metadata(model));

    /// <summary>Finds out how a model is to be used; it stays as it is.</summary>
    /// <param name="folder">The file's own, where it may keep weights in other files.</param>
    /// <exception cref="UserException">It is no image-to-image model, or something of it is missing.</exception>
    public static ForeignReading Read(ModelProto model, string folder, ForeignOptions options)
    {
        ForeignCheck.Require(model, folder);
        return ForeignReader.Read(model, options);
    }

    /// <summary>Makes a model read and write <c>[1,C,H,W]</c> float32, -1..1.</summary>
    /// <param name="model">Changed in place.</param>
    /// <param name="reading">How it is used, of <see cref="Read"/>.</param>
    /// <returns>What was guessed or changed, as sentences for a person.</returns>
    /// <exception cref="UserException">It computes something that can't be made right.</exception>
    public static IReadOnlyList<string> MakePlain(ModelProto model, ForeignReading reading)
    {
        var norms = TrainingNorms.Rewrite(model.Graph, Opset(model));
        ForeignEdges.Write(model, reading);
        return norms == 0
            ? reading.Assumptions
            : [.. reading.Assumptions, $"{norms} BatchNormalization {(norms == 1 ? "operator in training mode uses" : "operators in training mode use")} each picture's own statistics."];
    }

    /// <summary>The version of ONNX's operators; 0 where the file says none.</summary>
    public static long Opset(ModelProto model) => model.OpsetImport.FirstOrDefault(set => set.Domain is "" or "ai.onnx")?.Version ?? 0;
}
