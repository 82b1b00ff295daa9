using System.Globalization;
using Onnx;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Facts about an .onnx file: what it reads and writes, how large it is, and what this program assumes in order to use it. Immutable.</summary>
/// <param name="Producer">The program that made it; empty = the file does not say.</param>
/// <param name="Version">Of the file format (IR).</param>
/// <param name="Opset">The version of ONNX's operators; 0 = the file does not say.</param>
/// <param name="Inputs">Each input without a default: name, type and shape.</param>
/// <param name="Outputs">The same of outputs.</param>
/// <param name="Parameters">Numbers in its weights.</param>
/// <param name="Operators">How often each kind stands in the graph, the most frequent first.</param>
public sealed record ModelCard(
    string Producer, long Version, long Opset, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, long Parameters, IReadOnlyList<KeyValuePair<string, int>> Operators)
{
    private const int ShownOperators = 8;

    /// <summary>Order of the dimensions, in and out: <c>NCHW</c>.</summary>
    public string Layout { get; private init; } = "";

    /// <summary>Values of the input and the output: <c>-1..1</c>.</summary>
    public string Range { get; private init; } = "";

    /// <summary>Pixels of the picture that it reads: <c>256x256</c>.</summary>
    public string Size { get; private init; } = "";

    /// <summary>The palette of its label maps; empty = none or unknown.</summary>
    public string Palette { get; private init; } = "";

    /// <summary>What its style consists of; empty = it knows no styles.</summary>
    public IReadOnlyList<StyleValue> Style { get; private init; } = [];

    /// <summary>What was guessed or changed, as sentences.</summary>
    public IReadOnlyList<string> Assumptions { get; private init; } = [];

    /// <summary>Why it can't be used; empty when nothing in the file speaks against it.</summary>
    public string Fault { get; init; } = "";

    /// <summary>The most frequent operators in a line.</summary>
    public string OperatorWords => string.Join(", ", Operators.Take(ShownOperators).Select(one => $"{one.Value} {one.Key}")) + (Operators.Count > ShownOperators ? $", {Operators.Count - ShownOperators} other kinds" : "");

    /// <summary>Parameters in a word: <c>54.4 million</c>.</summary>
    public string ParameterWords => Parameters < 1_000_000
        ? Parameters.ToString("N0", CultureInfo.InvariantCulture)
        : $"{(Parameters / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} million";

    /// <summary>Reads a file's card.</summary>
    /// <exception cref="UserException">There is no such file, or it is no ONNX file.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static ModelCard Read(string path, ForeignOptions options)
    {
        var model = OnnxFile.Read(path);
        var card = Of(model);
        try
        {
            return ForeignModel.Is(model) ? card.With(model, Path.GetDirectoryName(Path.GetFullPath(path))!, options) : card.With(SnapshotMetadata.FromEntries(OnnxFile.Metadata(model)));
        }
        catch (UserException fault)
        {
            return card with { Fault = fault.Message };
        }
    }

    private static ModelCard Of(ModelProto model)
    {
        var defaults = model.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        return new ModelCard(
            $"{model.ProducerName} {model.ProducerVersion}".Trim(), model.IrVersion, ForeignModel.Opset(model),
            [.. model.Graph.Input.Where(value => !defaults.Contains(value.Name)).Select(Words)], [.. model.Graph.Output.Select(Words)],
            (long)model.Graph.Initializer.Sum(tensor => tensor.Dims.Aggregate(1.0, (product, dim) => product * dim)),
            [.. model.Graph.Node.CountBy(node => node.Domain is "" or "ai.onnx" ? node.OpType : $"{node.Domain}.{node.OpType}").OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)]);
    }

    private ModelCard With(ModelProto model, string folder, ForeignOptions options)
    {
        var reading = ForeignModel.Read(model, folder, options);
        return this with
        {
            Layout = Pair(reading.Input.Layout.ToString().ToUpperInvariant(), reading.Output.Layout.ToString().ToUpperInvariant()),
            Range = Pair(reading.Content == PictureContent.Colours ? reading.InputScale.ToString() : "classes", reading.OutputScale.ToString()),
            Size = Pixels(reading.Width, reading.Height),
            Palette = reading.Palette?.Name ?? "",
            Assumptions = ForeignModel.MakePlain(model, reading),
        };
    }

    private ModelCard With(SnapshotMetadata metadata) =>
        this with { Layout = "NCHW", Range = metadata.Range.ToText(), Size = Pixels(metadata.Width, metadata.Height), Palette = metadata.Palette, Style = metadata.Style?.Definition.Values ?? [] };

    private static string Words(ValueInfoProto value) => $"{value.Name}: {EdgeReading.Words(value)}";

    private static string Pair(string input, string output) => input == output ? input : $"{input} in, {output} out";

    private static string Pixels(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");
}
