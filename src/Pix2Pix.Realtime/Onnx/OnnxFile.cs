using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Reads and writes ONNX files.</summary>
internal static class OnnxFile
{
    /// <summary>The format can't hold more.</summary>
    public const long MostBytes = int.MaxValue;

    /// <summary>Writes a snapshot: the graph with its metadata, seen whole or not at all.</summary>
    /// <param name="path">The file to make or replace; its folder must exist.</param>
    /// <param name="model">Its metadata is replaced.</param>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public static void Write(string path, ModelProto model, SnapshotMetadata metadata)
    {
        SetMetadata(model, metadata);
        Write(path, model);
    }

    /// <summary>Writes a graph as it is, seen whole or not at all.</summary>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public static void Write(string path, ModelProto model) => AtomicFile.Write(path, model.WriteTo);

    /// <exception cref="UserException">There is no such file, it is no ONNX file, it was cut, or it is larger than one can be.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ModelProto Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"Expected an ONNX file at '{path}', found no file there; check the path.");
        }

        using var stream = DataFile.Open(path, MostBytes);
        return Parse(() => ModelProto.Parser.ParseFrom(stream), () => FileStart.Of(stream), $" in '{path}'");
    }

    /// <summary>The same from a file's bytes.</summary>
    /// <exception cref="UserException">They are no ONNX file, or a part of one.</exception>
    public static ModelProto Parse(byte[] bytes) => Parse(() => ModelProto.Parser.ParseFrom(bytes), () => bytes, "");

    /// <summary>The file's metadata map; a key that comes twice counts as its last value.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(ModelProto model)
    {
        var entries = new Dictionary<string, string>();
        foreach (var entry in model.MetadataProps)
        {
            entries[entry.Key] = entry.Value;
        }

        return entries;
    }

    /// <summary>Replaces the file's metadata map.</summary>
    public static void SetMetadata(ModelProto model, SnapshotMetadata metadata)
    {
        model.ProducerName = SnapshotMetadata.Producer;
        model.MetadataProps.Clear();
        foreach (var (key, value) in metadata.ToEntries())
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        }
    }

    /// <summary>The sentence for a file that is not ONNX, or only a part of one.</summary>
    /// <param name="start">The file's first bytes, or all of them.</param>
    /// <param name="where">What follows the kind of file, such as its place; may be empty.</param>
    internal static string Incomplete(byte[] start, string where)
    {
        // An ONNX file begins with its version, field 1 of its message.
        var found = start is [0x08, ..] ? "a damaged or a truncated one; copy or export it again" : FileStart.Describe(start);
        return $"Expected a complete ONNX file{where}, found {found}.";
    }

    /// <param name="start">The file's first bytes, or all of them.</param>
    private static ModelProto Parse(Func<ModelProto> parse, Func<byte[]> start, string where)
    {
        ModelProto model;
        try
        {
            model = parse();
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new UserException(Incomplete(start(), where), fault);
        }

        // A cut between two fields still parses: the graph comes before the list of operator sets, and that before the metadata.
        var whole = model.Graph is { Node.Count: > 0, Output.Count: > 0 } && model.OpsetImport.Count > 0;
        return whole ? model : throw new UserException(Incomplete(start(), where));
    }
}
