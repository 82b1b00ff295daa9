using Google.Protobuf;
using Onnx;
using static Onnx.AttributeProto.Types;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Makes nodes, their attributes and what graphs read and write, and reads attributes back.</summary>
internal static class OnnxNode
{
    /// <summary>A node with one output.</summary>
    public static NodeProto Make(string kind, string name, IEnumerable<string> inputs, string output, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = kind, Name = name };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        foreach (var attribute in attributes)
        {
            node.Attribute.Add(attribute);
        }

        return node;
    }

    /// <summary>An input or output of a graph.</summary>
    public static ValueInfoProto Value(string name, TensorProto.Types.DataType type, IReadOnlyList<long> dims)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(dims.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }

    public static AttributeProto Int(string name, long value) => new() { Name = name, Type = AttributeType.Int, I = value };

    public static AttributeProto Float(string name, float value) => new() { Name = name, Type = AttributeType.Float, F = value };

    public static AttributeProto Text(string name, string value) => new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    public static AttributeProto Ints(string name, params ReadOnlySpan<int> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        foreach (var value in values)
        {
            attribute.Ints.Add(value);
        }

        return attribute;
    }

    /// <summary>The numbers of a list attribute; <paramref name="otherwise"/> where the node has none of that name.</summary>
    public static long[] ReadInts(this NodeProto node, string name, params long[] otherwise) => node.Find(name)?.Ints.ToArray() ?? otherwise;

    public static long ReadInt(this NodeProto node, string name, long otherwise) => node.Find(name)?.I ?? otherwise;

    /// <summary>The text of an attribute; empty where the node has none of that name.</summary>
    public static string ReadText(this NodeProto node, string name) => node.Find(name)?.S.ToStringUtf8() ?? "";

    private static AttributeProto? Find(this NodeProto node, string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);
}
