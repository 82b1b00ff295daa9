using Google.Protobuf;
using Onnx;

namespace Pix2Pix.Realtime.Shared;

/// <summary>Models that are whole and valid, and made to take a machine's time or memory.</summary>
internal static class HostileModels
{
    private const int Side = 8;

    /// <summary>A loop of 2^62 rounds around one addition.</summary>
    public static void WriteEndless(string path) => WriteLoop(path, 1L << 62);

    /// <summary>A loop around one addition, which doubles the picture's values each round.</summary>
    public static void WriteLoop(string path, long rounds)
    {
        var body = new GraphProto { Name = "body" };
        body.Input.Add([Value("round", TensorProto.Types.DataType.Int64), Value("goes_on", TensorProto.Types.DataType.Bool), Picture("before", Side, Side)]);
        body.Node.Add([Node("Identity", ["goes_on"], ["still"]), Node("Add", ["before", "before"], ["after"])]);
        body.Output.Add([Value("still", TensorProto.Types.DataType.Bool), Picture("after", Side, Side)]);

        var graph = new GraphProto { Name = "endless" };
        graph.Initializer.Add(new TensorProto { Name = "rounds", DataType = (int)TensorProto.Types.DataType.Int64, Int64Data = { rounds } });
        graph.Initializer.Add(new TensorProto { Name = "true", DataType = (int)TensorProto.Types.DataType.Bool, Int32Data = { 1 } });
        graph.Input.Add(Picture("input", Side, Side));
        graph.Output.Add(Picture("output", Side, Side));
        var loop = Node("Loop", ["rounds", "true", "input"], ["output"]);
        loop.Attribute.Add(new AttributeProto { Name = "body", Type = AttributeProto.Types.AttributeType.Graph, G = body });
        graph.Node.Add(loop);
        Write(path, graph);
    }

    /// <summary>A picture goes through as it is; its sides are what the file says.</summary>
    public static void WriteSized(string path, long width, long height)
    {
        var graph = new GraphProto { Name = "sized" };
        graph.Input.Add(Picture("input", width, height));
        graph.Output.Add(Picture("output", width, height));
        graph.Node.Add(Node("Tanh", ["input"], ["output"]));
        Write(path, graph);
    }

    private static void Write(string path, GraphProto graph) => File.WriteAllBytes(
        path, new ModelProto { IrVersion = 8, OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 17 } }, Graph = graph }.ToByteArray());

    private static NodeProto Node(string kind, string[] from, string[] to) => new() { OpType = kind, Input = { from }, Output = { to } };

    private static ValueInfoProto Value(string name, TensorProto.Types.DataType type) =>
        new() { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = new TensorShapeProto() } } };

    private static ValueInfoProto Picture(string name, long width, long height)
    {
        var value = Value(name, TensorProto.Types.DataType.Float);
        value.Type.TensorType.Shape.Dim.Add(((long[])[1, 3, height, width]).Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return value;
    }
}
