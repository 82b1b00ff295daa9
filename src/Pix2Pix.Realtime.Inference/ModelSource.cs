using Google.Protobuf;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.Inference;

/// <summary>A model as ONNX Runtime gets it: a snapshot's own bytes, or another program's graph made like a snapshot's.</summary>
/// <param name="Bytes">The graph.</param>
/// <param name="Folder">Where it may keep weights in other files; empty = nowhere.</param>
/// <param name="Reading">How another program's model is used; null for this program's own.</param>
/// <param name="Assumptions">What was guessed or changed for it.</param>
internal sealed record ModelSource(byte[] Bytes, string Folder, ForeignReading? Reading, IReadOnlyList<string> Assumptions)
{
    /// <exception cref="UserException">The file is another program's and can't be used.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static ModelSource Read(string path, LoadOptions options)
    {
        var bytes = options.Rewrite?.Invoke(path) ?? DataFile.ReadBytes(path, OnnxFile.MostBytes);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OnnxHeader.IsSnapshot(bytes))
        {
            return new ModelSource(bytes, folder, null, []);
        }

        var model = OnnxFile.Parse(bytes);
        var reading = ForeignModel.Read(model, folder, new ForeignOptions { Size = options.Size, Range = options.Range, Palette = options.Palette });
        var assumptions = ForeignModel.MakePlain(model, reading);
        return new ModelSource(model.ToByteArray(), folder, reading, assumptions);
    }

    /// <summary>A graph in memory, as it is.</summary>
    public static ModelSource OfBytes(byte[] bytes) => new(bytes, "", null, []);
}
