using Onnx;
using Pix2Pix.Realtime.Files;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Looks for what would make a model fail or take memory for nothing, so that the reason can be told: operators nobody has, weights that are not there.</summary>
internal static class ForeignCheck
{
    private static readonly string[] KnownDomains = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];

    /// <exception cref="UserException">Something is missing; the sentence says what.</exception>
    public static void Require(ModelProto model, string folder)
    {
        var functions = model.Functions.Select(function => function.Domain).ToHashSet();
        foreach (var graph in Graphs(model.Graph))
        {
            if (graph.Node.FirstOrDefault(node => !KnownDomains.Contains(node.Domain) && !functions.Contains(node.Domain)) is { } custom)
            {
                throw new UserException(
                    $"Expected operators of ONNX, found {custom.Title()} of '{custom.Domain}', which needs that program's own library; export the model with standard operators.");
            }

            foreach (var tensor in graph.Initializer.Concat(graph.Node.SelectMany(node => node.Attribute).Where(attribute => attribute.T is not null).Select(attribute => attribute.T)))
            {
                RequireWhole(tensor, folder);
            }
        }
    }

    private static IEnumerable<GraphProto> Graphs(GraphProto graph) =>
        [graph, .. graph.Node.SelectMany(node => node.Attribute).Where(attribute => attribute.G is not null).SelectMany(attribute => Graphs(attribute.G))];

    private static void RequireWhole(TensorProto tensor, string folder)
    {
        if (tensor.Dims.Any(dim => dim < 0))
        {
            throw new UserException($"Expected sizes of 0 or more for '{tensor.Name}', found {PictureEdge.Words([.. tensor.Dims])}; the file is damaged.");
        }

        var bytes = tensor.Dims.Aggregate((double)Bytes((DataType)tensor.DataType), (product, dim) => product * dim);
        if (tensor.DataLocation == DataLocation.External)
        {
            RequireFile(tensor, folder, bytes);
        }
        else if (bytes > 0 && tensor.CalculateSize() < bytes && !IsListed(tensor))
        {
            throw new UserException(
                $"Expected {bytes:0} bytes of values for '{tensor.Name}' {PictureEdge.Words([.. tensor.Dims])}, found {tensor.RawData.Length}; the file is truncated or damaged: copy it again.");
        }
    }

    /// <summary>Numbers that are listed one by one may take fewer bytes than in memory.</summary>
    private static bool IsListed(TensorProto tensor)
    {
        var count = tensor.Dims.Aggregate(1.0, (product, dim) => product * dim);
        return Math.Max(tensor.Int32Data.Count, Math.Max(tensor.Int64Data.Count, tensor.Uint64Data.Count)) >= count || tensor.StringData.Count >= count;
    }

    private static void RequireFile(TensorProto tensor, string folder, double bytes)
    {
        var location = tensor.ExternalData.FirstOrDefault(entry => entry.Key == "location")?.Value ?? "";
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(root, location));
        if (location.Length == 0 || Path.IsPathRooted(location) || !path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UserException($"Expected the weights of '{tensor.Name}' in a file beside the model, found them in '{location}', outside its folder; only files in its folder are read.");
        }

        if (!File.Exists(path))
        {
            throw new UserException($"Expected the weights of '{tensor.Name}' in '{location}' beside the model, found no such file; copy it there too.");
        }

        RegularFile.Require(path);
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        var offset = Whole(tensor, "offset") ?? 0;
        if (offset < 0 || offset + bytes > target.Length)
        {
            throw new UserException($"Expected {bytes:0} bytes of '{tensor.Name}' from byte {offset} of '{location}' on, found a file of {target.Length} bytes; copy that file again.");
        }
    }

    private static long? Whole(TensorProto tensor, string key) =>
        long.TryParse(tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Bytes of one value; 0 where values are smaller than a byte or are texts.</summary>
    private static int Bytes(DataType type) => type switch
    {
        DataType.Float or DataType.Int32 or DataType.Uint32 => 4,
        DataType.Double or DataType.Int64 or DataType.Uint64 or DataType.Complex64 => 8,
        DataType.Complex128 => 16,
        DataType.Float16 or DataType.Bfloat16 or DataType.Int16 or DataType.Uint16 => 2,
        DataType.Int8 or DataType.Uint8 or DataType.Bool => 1,
        _ => 0,
    };
}
