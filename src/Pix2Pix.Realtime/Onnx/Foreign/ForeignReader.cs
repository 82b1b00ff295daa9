using System.Globalization;
using Onnx;
using Pix2Pix.Realtime.Generators;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Finds out how another program's model is to be used: what the file declares, else what its operators show, else what is usual.</summary>
internal sealed class ForeignReader
{
    private const int UsualSide = 256;
    private const int MostBatch = 16;

    private readonly GraphLinks _graph;
    private readonly ForeignOptions _options;
    private readonly List<string> _assumptions = [];

    private ForeignReader(GraphProto graph, ForeignOptions options)
    {
        _graph = new GraphLinks(graph);
        _options = options;
    }

    /// <exception cref="UserException">It is no model that translates one picture into another, or it needs what was not given.</exception>
    public static ForeignReading Read(ModelProto model, ForeignOptions options) => new ForeignReader(model.Graph, options).Read();

    private ForeignReading Read()
    {
        var input = Input(out var switches);
        var output = Output(input);
        var content = Content(input);
        RequireChannels(output.Channels, "output");
        RequireBatch(input);
        var (inputScale, outputScale) = Scales(input, output, content);
        var (width, height, isGuessed) = Size(input, output);
        var reading = new ForeignReading(input, output)
        {
            Content = content, InputScale = inputScale, OutputScale = outputScale, Width = width, Height = height, IsSizeGuessed = isGuessed, Switches = switches,
        };
        if (content != PictureContent.Colours)
        {
            var (palette, classes) = ClassChannels.Of(input, content, _options.Palette, _assumptions);
            reading = reading with { Palette = palette, ClassOfChannel = classes };
        }

        Describe(reading);
        return reading with { Assumptions = [.. _assumptions] };
    }

    private PictureEdge Input(out IReadOnlyList<string> switches)
    {
        // Old exporters list the weights among the inputs; an input with a default is left at it.
        var defaults = _graph.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        var inputs = _graph.Graph.Input.Where(value => !defaults.Contains(value.Name)).ToList();
        var (needed, off) = (inputs.Where(value => !IsSwitch(value)).ToList(), inputs.Where(IsSwitch).Select(value => value.Name).ToList());
        switches = off;
        if (needed is not [var only])
        {
            throw new UserException(
                $"Expected one image input and one image output, found {needed.Count} inputs ({string.Join(", ", needed.Select(value => $"{value.Name} {EdgeReading.Words(value)}"))}) " +
                $"and {_graph.Graph.Output.Count} outputs; give the other inputs a default value, or use the generator alone.");
        }

        _assumptions.AddRange(off.Select(name => $"Input '{name}' is set to false."));
        return EdgeReading.Of(only, EdgeReading.AfterInput(_graph, only.Name)) ?? throw new UserException(
            $"Expected an image such as float32 [1,3,256,256] as the model's input '{only.Name}', found {EdgeReading.Words(only)}; it is not an image-to-image model.");
    }

    private static bool IsSwitch(ValueInfoProto value) => value.Type?.TensorType is { ElemType: (int)DataType.Bool };

    private PictureEdge Output(PictureEdge input)
    {
        var outputs = _graph.Graph.Output.Select(value => (Value: value, Edge: EdgeReading.Of(value, OutputHint(input, value.Name)))).ToList();
        var pictures = outputs.Where(one => one.Edge is { Channels: 1 or 3 or 4 }).Select(one => one.Edge!).ToList();
        if (pictures.Count == 0)
        {
            var channels = outputs.FirstOrDefault(one => one.Edge is not null).Edge;
            throw new UserException(
                $"Expected an image of 1, 3 or 4 channels as the model's output, found {string.Join(", ", outputs.Select(one => $"{one.Value.Name} {EdgeReading.Words(one.Value)}"))}" +
                $"{(channels is null ? "" : $" ({channels.Channels} channels)")}; it is not an image-to-image model.");
        }

        if (outputs.Count > 1)
        {
            _assumptions.Add($"Of {outputs.Count} outputs, '{pictures[0].Name}' is shown; {string.Join(", ", outputs.Where(one => one.Value.Name != pictures[0].Name).Select(one => $"'{one.Value.Name}'"))} {(outputs.Count == 2 ? "is" : "are")} not.");
        }

        return pictures[0];
    }

    /// <summary>A file that says nothing of its output's order has the input's.</summary>
    private (PictureLayout? Layout, int? Channels) OutputHint(PictureEdge input, string name)
    {
        var hint = EdgeReading.BeforeOutput(_graph, name);
        return (hint.Layout ?? (input.Layout is PictureLayout.Nchw or PictureLayout.Nhwc ? input.Layout : null), hint.Channels ?? (input.Channels is 1 or 3 or 4 ? input.Channels : null));
    }

    private static PictureContent Content(PictureEdge input) => input switch
    {
        { Channels: 1, Type: DataType.Int32 or DataType.Int64 } => PictureContent.ClassIds,
        { Channels: > 4 } => PictureContent.Classes,
        _ => PictureContent.Colours,
    };

    private (PixelScale Input, PixelScale Output) Scales(PictureEdge input, PictureEdge output, PictureContent content)
    {
        var isColour = content == PictureContent.Colours;
        var (seenIn, seenOut) = (isColour ? Seen(input, ScaleGuess.OfInput(_graph, input.Name), "begins") : null, Seen(output, ScaleGuess.OfOutput(_graph, output.Name), "ends"));
        var outputScale = _options.Range.Output ?? seenOut?.Scale ?? seenIn?.Scale ?? PixelScale.Signed;
        var inputScale = _options.Range.Input ?? seenIn?.Scale ?? (input.IsWhole ? PixelScale.Byte : seenOut is { } seen && !output.IsWhole ? seen.Scale : PixelScale.Signed);
        RequireFit(inputScale, isColour ? input.Channels : 0, "input");
        RequireFit(outputScale, output.Channels, "output");
        if (isColour)
        {
            Explain("input", inputScale, _options.Range.Input is not null, seenIn?.Why, seenOut is { } out1 && out1.Scale.Equals(inputScale) ? "as the output's are" : null);
        }

        Explain("output", outputScale, _options.Range.Output is not null, seenOut?.Why, seenIn is { } in1 && in1.Scale.Equals(outputScale) ? "as the input's are" : null);
        return (inputScale, outputScale);
    }

    private static (PixelScale Scale, string Why)? Seen(PictureEdge edge, (PixelScale Scale, string Operators)? found, string verb) =>
        edge.IsWhole ? (PixelScale.Byte, $"its type is {EdgeReading.TypeName(edge.Type)}")
        : found is { } one ? (one.Scale, $"the graph {verb} with {one.Operators}") : null;

    private void Explain(string which, PixelScale scale, bool isSaid, string? seen, string? other)
    {
        if (!isSaid)
        {
            _assumptions.Add($"The {which}'s values are read as {scale}, {(seen is null ? other ?? "as in pix2pix: the file does not say" : $"because {seen}")}.");
        }
    }

    private (int Width, int Height, bool IsGuessed) Size(PictureEdge input, PictureEdge output)
    {
        var (width, height) = (input.Width, input.Height);
        var isOpen = width < 0 || height < 0;
        if (isOpen)
        {
            // What is fixed elsewhere in the file is the best guess: one side for the other, the output's for the input's.
            var usual = Math.Max(width, height) is > 0 and var side ? side : output.Width > 0 && output.Height == output.Width ? output.Width : UsualSide;
            width = width > 0 ? width : _options.Size?.Width ?? usual;
            height = height > 0 ? height : _options.Size?.Height ?? usual;
        }

        var shape = PictureLimits.Require(new Frames.FrameShape(3, PictureLimits.Side(height), PictureLimits.Side(width)));
        if (_options.Size is { } wanted && wanted != (shape.Width, shape.Height))
        {
            throw new UserException(
                $"Expected a generator for {wanted.Width}x{wanted.Height}, found one for {shape.Width}x{shape.Height}, which its file fixes; " +
                "take its own size, or another file.");
        }

        return (shape.Width, shape.Height, isOpen && _options.Size is null);
    }

    private void Describe(ForeignReading reading)
    {
        if (reading.IsSizeGuessed)
        {
            _assumptions.Insert(0, string.Create(CultureInfo.InvariantCulture, $"The file leaves the size open: {reading.Width}x{reading.Height} is used; another can be set."));
        }

        if (reading.Input.Layout != PictureLayout.Nchw || reading.Output.Layout != PictureLayout.Nchw)
        {
            _assumptions.Add($"Pictures are turned from NCHW to {Words(reading.Input.Layout)} and back from {Words(reading.Output.Layout)}.");
        }

        if (reading.Input.Batch > 1)
        {
            _assumptions.Add($"The file computes {reading.Input.Batch} pictures at a time: the same one fills all, which takes as much longer.");
        }
    }

    private static string Words(PictureLayout layout) => layout.ToString().ToUpperInvariant();

    private static void RequireBatch(PictureEdge input)
    {
        if (input.Batch > MostBatch)
        {
            throw new UserException($"Expected one picture at a time, or up to {MostBatch}, found {input.Batch} in the input {PictureEdge.Words(input.Dims)}; make the file for one.");
        }
    }

    private static void RequireFit(PixelScale scale, int channels, string which)
    {
        if (scale.Channels > 0 && channels > 0 && scale.Channels != channels)
        {
            throw new UserException($"Expected a range with one mean, or one for each of the {which}'s {channels} channels, found {scale.Channels} in '{scale}'; give as many.");
        }
    }

    private static void RequireChannels(int channels, string which)
    {
        if (channels is not (1 or 3 or 4))
        {
            throw new UserException($"Expected an image of 1, 3 or 4 channels as the model's {which}, found {channels} channels; it is not an image-to-image model.");
        }
    }
}
