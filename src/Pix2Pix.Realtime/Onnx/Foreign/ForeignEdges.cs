using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>
/// Writes nodes around a graph so that it reads and writes what all parts of this program do: one float32 picture <c>[1,C,H,W]</c>, -1..1. So nothing is converted while
/// pictures run, and processor, GPU and C library need to know no other kind.
/// </summary>
internal static class ForeignEdges
{
    /// <summary>Before this version every weight had to be an input too, which somebody else might then set.</summary>
    private const long WeightsAreConstants = 4;

    /// <summary>Changes the model in place.</summary>
    public static void Write(ModelProto model, ForeignReading reading)
    {
        var (graph, opset) = (model.Graph, ForeignModel.Opset(model));
        var (before, after) = (new EdgeNodes(graph, opset, "in"), new EdgeNodes(graph, opset, "out"));
        var (input, output) = (Unused(graph, GraphBuilder.Input), Unused(graph, GraphBuilder.Output));
        TurnOff(graph, reading.Switches);
        Enter(before, input, reading);
        Leave(after, output, reading);
        var nodes = graph.Node.ToList();
        graph.Node.Clear();
        graph.Node.AddRange([.. before.Nodes, .. nodes, .. after.Nodes]);
        graph.Input.Clear();
        graph.Input.Add(OnnxNode.Value(input, DataType.Float, [1, reading.PictureChannels, reading.Height, reading.Width]));
        graph.Output.Clear();
        graph.Output.Add(Open(OnnxNode.Value(output, DataType.Float, [1, reading.Output.Channels, 0, 0])));
        model.IrVersion = Math.Max(model.IrVersion, WeightsAreConstants);
    }

    private static void Enter(EdgeNodes nodes, string input, ForeignReading reading)
    {
        var edge = reading.Input;
        var isColour = reading.Content == PictureContent.Colours;
        var value = !isColour ? ClassNodes.Write(nodes, input, reading)
            : edge.IsWhole ? Rounded(nodes, nodes.Scale(input, edge.Channels, c => Half(reading.InputScale.FromSigned(c))), edge.Type)
            : nodes.Scale(input, edge.Channels, reading.InputScale.FromSigned);
        value = edge.Type == DataType.Float ? value : nodes.Cast("cast", value, edge.Type);
        if (edge.Batch > 1)
        {
            value = nodes.Add("Concat", "batch", Enumerable.Repeat(value, edge.Batch), OnnxNode.Int("axis", 0));
        }

        nodes.Name(
            edge.Layout switch
            {
                PictureLayout.Nhwc => nodes.Transpose(value, 0, 2, 3, 1),
                PictureLayout.Hwc => nodes.Axes("Squeeze", nodes.Transpose(value, 0, 2, 3, 1), 0),
                PictureLayout.Chw => nodes.Axes("Squeeze", value, 0),
                PictureLayout.Hw => nodes.Axes("Squeeze", value, 0, 1),
                _ => value,
            },
            edge.Name);
    }

    private static void Leave(EdgeNodes nodes, string output, ForeignReading reading)
    {
        var edge = reading.Output;
        var value = edge.Layout switch
        {
            PictureLayout.Nhwc => nodes.Transpose(edge.Name, 0, 3, 1, 2),
            PictureLayout.Hwc => nodes.Transpose(nodes.Axes("Unsqueeze", edge.Name, 0), 0, 3, 1, 2),
            PictureLayout.Chw => nodes.Axes("Unsqueeze", edge.Name, 0),
            PictureLayout.Hw => nodes.Axes("Unsqueeze", edge.Name, 0, 1),
            _ => edge.Name,
        };
        if (reading.Input.Batch > 1 || edge.Batch > 1)
        {
            value = nodes.Add("Gather", "one", [value, nodes.Wholes("first", [1], 0)], OnnxNode.Int("axis", 0));
        }

        value = edge.Type == DataType.Float ? value : nodes.Cast("cast", value, DataType.Float);
        nodes.Name(nodes.Scale(value, edge.Channels, reading.OutputScale.ToSigned), output);
    }

    /// <summary>What follows cuts the fraction off.</summary>
    private static (float Factor, float Summand) Half((float Factor, float Summand) scale) => (scale.Factor, scale.Summand + 0.5f);

    private static string Rounded(EdgeNodes nodes, string value, DataType type)
    {
        var (least, most) = type == DataType.Int8 ? (-128f, 127f) : (0f, 255f);
        var low = nodes.Add("Max", "low", [value, nodes.Floats("least", [1], least)]);
        return nodes.Add("Floor", "whole", [nodes.Add("Min", "high", [low, nodes.Floats("most", [1], most)])]);
    }

    /// <summary>Inputs of truth values become constants.</summary>
    private static void TurnOff(GraphProto graph, IEnumerable<string> switches)
    {
        const int most = 64;
        foreach (var name in switches)
        {
            int[] dims = [.. EdgeReading.Dims(graph.Input.First(value => value.Name == name)).Select(dim => (int)Math.Clamp(dim, 1, most))];
            graph.Initializer.Add(TensorData.Raw(name, DataType.Bool, dims, new byte[dims.Aggregate(1, (product, dim) => product * dim)]));
        }
    }

    private static string Unused(GraphProto graph, string name)
    {
        var taken = graph.Node.SelectMany(node => node.Output).Concat(graph.Initializer.Select(tensor => tensor.Name)).Concat(graph.Input.Select(value => value.Name)).ToHashSet();
        while (taken.Contains(name))
        {
            name = $"pix2pix.{name}";
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
