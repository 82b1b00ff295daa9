using System.Runtime.InteropServices;
using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>
/// Writes nodes around a graph so that it reads and writes what all parts of this program do: one float32 picture <c>[1,C,H,W]</c>, -1..1. So nothing is converted while
/// pictures run, and processor, GPU and C library need to know no other kind.
/// </summary>
internal sealed class ForeignEdges
{
    private const string Prefix = "pix2pix.";

    private readonly ModelProto _model;
    private readonly ForeignReading _reading;
    private readonly List<NodeProto> _before = [];
    private readonly List<NodeProto> _after = [];
    private readonly long _opset;

    private ForeignEdges(ModelProto model, ForeignReading reading)
    {
        _model = model;
        _reading = reading;
        _opset = model.OpsetImport.FirstOrDefault(set => set.Domain is "" or "ai.onnx")?.Version ?? GraphBuilder.Opset;
    }

    /// <summary>Changes the model in place.</summary>
    public static void Write(ModelProto model, ForeignReading reading) => new ForeignEdges(model, reading).Write();

    private void Write()
    {
        var graph = _model.Graph;
        Constants(graph);
        var input = Unused("input");
        var output = Unused("output");
        Enter(input);
        Leave(output);
        var nodes = graph.Node.ToList();
        graph.Node.Clear();
        graph.Node.AddRange([.. _before, .. nodes, .. _after]);
        graph.Input.Clear();
        graph.Input.Add(OnnxNode.Value(input, DataType.Float, [1, _reading.PictureChannels, _reading.Height, _reading.Width]));
        graph.Output.Clear();
        graph.Output.Add(Open(OnnxNode.Value(output, DataType.Float, [1, _reading.Output.Channels, 0, 0])));

        // Before version 4 every weight had to be an input too, which somebody else may then set.
        _model.IrVersion = Math.Max(_model.IrVersion, 4);
    }

    /// <summary>Switches become constants; inputs with a default are not listed any more.</summary>
    private void Constants(GraphProto graph)
    {
        foreach (var name in _reading.Switches)
        {
            var dims = EdgeReading.Dims(graph.Input.First(value => value.Name == name));
            graph.Initializer.Add(TensorData.Raw(name, DataType.Bool, dims.Select(dim => (int)Math.Max(dim, 1)), new byte[dims.Aggregate(1L, (product, dim) => product * Math.Clamp(dim, 1, 64))]));
        }
    }

    private void Enter(string input)
    {
        var edge = _reading.Input;
        var value = _reading.Content == PictureContent.Colours ? Scaled(_before, input, "in", edge.Channels, edge.IsWhole, _reading.InputScale.FromSigned) : Classes(input);
        if (edge.IsWhole && _reading.Content == PictureContent.Colours)
        {
            value = Rounded(value);
        }

        value = edge.Type == DataType.Float ? value : Cast(_before, value, "in.cast", edge.Type);
        if (edge.Batch > 1)
        {
            value = Add(_before, "Concat", Enumerable.Repeat(value, edge.Batch), "in.batch", OnnxNode.Int("axis", 0));
        }

        value = edge.Layout switch
        {
            PictureLayout.Nhwc => Add(_before, "Transpose", [value], "in.order", OnnxNode.Ints("perm", 0, 2, 3, 1)),
            PictureLayout.Hwc => Axes(_before, "Squeeze", Add(_before, "Transpose", [value], "in.order", OnnxNode.Ints("perm", 0, 2, 3, 1)), "in.rank", 0),
            PictureLayout.Chw => Axes(_before, "Squeeze", value, "in.rank", 0),
            PictureLayout.Hw => Axes(_before, "Squeeze", value, "in.rank", 0, 1),
            _ => value,
        };
        Name(_before, value, edge.Name);
    }

    private void Leave(string output)
    {
        var edge = _reading.Output;
        var value = edge.Layout switch
        {
            PictureLayout.Nhwc => Add(_after, "Transpose", [edge.Name], "out.order", OnnxNode.Ints("perm", 0, 3, 1, 2)),
            PictureLayout.Hwc => Add(_after, "Transpose", [Axes(_after, "Unsqueeze", edge.Name, "out.rank", 0)], "out.order", OnnxNode.Ints("perm", 0, 3, 1, 2)),
            PictureLayout.Chw => Axes(_after, "Unsqueeze", edge.Name, "out.rank", 0),
            PictureLayout.Hw => Axes(_after, "Unsqueeze", edge.Name, "out.rank", 0, 1),
            _ => edge.Name,
        };
        if (_reading.Input.Batch > 1 || edge.Batch > 1)
        {
            value = Add(_after, "Gather", [value, Wholes("out.first", 0)], "out.one", OnnxNode.Int("axis", 0));
        }

        value = edge.Type == DataType.Float ? value : Cast(_after, value, "out.cast", DataType.Float);
        value = Scaled(_after, value, "out", edge.Channels, isWhole: false, _reading.OutputScale.ToSigned);
        Name(_after, value, output);
    }

    /// <summary>One factor and one summand a channel, as the convolution that GPUs compute too; nothing where the numbers stay as they are.</summary>
    private string Scaled(List<NodeProto> nodes, string value, string place, int channels, bool isWhole, Func<int, (float Factor, float Summand)> scale)
    {
        var (weights, bias) = (new float[channels * channels], new float[channels]);
        for (var c = 0; c < channels; c++)
        {
            (weights[(c * channels) + c], bias[c]) = scale(c);

            // What follows cuts the fraction off.
            bias[c] += isWhole ? 0.5f : 0;
        }

        var isSame = bias.All(summand => summand == 0) && Enumerable.Range(0, channels).All(c => weights[(c * channels) + c] == 1);
        return isSame ? value : Add(
            nodes, "Conv", [value, Floats($"{place}.factor", [channels, channels, 1, 1], weights), Floats($"{place}.summand", [channels], bias)], $"{place}.scale",
            OnnxNode.Ints("kernel_shape", 1, 1));
    }

    private string Rounded(string value)
    {
        var (least, most) = _reading.Input.Type == DataType.Int8 ? (-128f, 127f) : (0f, 255f);
        var low = Add(_before, "Max", [value, Floats("in.least", [1], [least])], "in.low");
        return Add(_before, "Floor", [Add(_before, "Min", [low, Floats("in.most", [1], [most])], "in.high")], "in.whole");
    }

    /// <summary>The class whose colour is nearest: <c>|x - c|²</c> is least where <c>2xc - |c|²</c> is largest, and that is a convolution.</summary>
    private string Classes(string input)
    {
        var entries = _reading.Palette!.Classes;
        var (weights, bias) = (new float[entries.Count * 3], new float[entries.Count]);
        for (var place = 0; place < entries.Count; place++)
        {
            var color = entries[place].Color;
            var parts = ((byte[])[color.R, color.G, color.B]).Select(part => (part / 127.5f) - 1).ToArray();
            for (var c = 0; c < parts.Length; c++)
            {
                weights[(place * 3) + c] = 2 * parts[c];
                bias[place] -= parts[c] * parts[c];
            }
        }

        var nearness = Add(
            _before, "Conv", [input, Floats("in.colours", [entries.Count, 3, 1, 1], weights), Floats("in.squares", [entries.Count], bias)], "in.nearness", OnnxNode.Ints("kernel_shape", 1, 1));
        var places = Add(_before, "ArgMax", [nearness], "in.places", OnnxNode.Int("axis", 1), OnnxNode.Int("keepdims", 1));
        var table = _reading.ClassOfChannel.Select(number => (long)number).ToArray();
        if (_reading.Content == PictureContent.ClassIds)
        {
            return Cast(_before, Add(_before, "Gather", [Wholes("in.ids", table), places], "in.class"), "in.number", DataType.Float);
        }

        var channels = Wholes("in.channels", table);
        _model.Graph.Initializer[^1].Dims.Clear();
        _model.Graph.Initializer[^1].Dims.AddRange([1, table.Length, 1, 1]);
        return Cast(_before, Add(_before, "Equal", [places, channels], "in.hot"), "in.number", DataType.Float);
    }

    private string Cast(List<NodeProto> nodes, string value, string name, DataType type) => Add(nodes, "Cast", [value], name, OnnxNode.Int("to", (int)type));

    /// <summary>From version 13 on the dimensions are an input, before it an attribute.</summary>
    private string Axes(List<NodeProto> nodes, string kind, string value, string name, params int[] axes) => _opset >= 13
        ? Add(nodes, kind, [value, Wholes($"{name}.axes", [.. axes.Select(axis => (long)axis)])], name)
        : Add(nodes, kind, [value], name, OnnxNode.Ints("axes", axes));

    private string Add(List<NodeProto> nodes, string kind, IEnumerable<string> inputs, string name, params ReadOnlySpan<AttributeProto> attributes)
    {
        nodes.Add(OnnxNode.Make(kind, Prefix + name, inputs, Prefix + name, attributes));
        return Prefix + name;
    }

    private string Floats(string name, int[] dims, float[] values)
    {
        _model.Graph.Initializer.Add(TensorData.ToInitializer(Prefix + name, new WeightTensor(dims, values)));
        return Prefix + name;
    }

    private string Wholes(string name, params ReadOnlySpan<long> values)
    {
        _model.Graph.Initializer.Add(TensorData.Raw(Prefix + name, DataType.Int64, [values.Length], MemoryMarshal.AsBytes(values).ToArray()));
        return Prefix + name;
    }

    /// <summary>Gives the last value the name that others know it by.</summary>
    private static void Name(List<NodeProto> nodes, string value, string name)
    {
        if (nodes.Count > 0 && nodes[^1].Output[0] == value)
        {
            nodes[^1].Output[0] = name;
        }
        else
        {
            nodes.Add(OnnxNode.Make("Identity", $"{Prefix}{name}", [value], name));
        }
    }

    private string Unused(string name)
    {
        var taken = _model.Graph.Node.SelectMany(node => node.Output).Concat(_model.Graph.Initializer.Select(tensor => tensor.Name)).Concat(_model.Graph.Input.Select(value => value.Name)).ToHashSet();
        while (taken.Contains(name))
        {
            name = Prefix + name;
        }

        return name;
    }

    private static ValueInfoProto Open(ValueInfoProto value)
    {
        var dims = value.Type.TensorType.Shape.Dim;
        dims[2] = new TensorShapeProto.Types.Dimension { DimParam = "height" };
        dims[3] = new TensorShapeProto.Types.Dimension { DimParam = "width" };
        return value;
    }
}
