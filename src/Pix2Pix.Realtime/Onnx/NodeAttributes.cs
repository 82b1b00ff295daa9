using Onnx;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Reads a node's attributes by name; the caller says what an absent one means.</summary>
internal static class NodeAttributes
{
    public static long Whole(this NodeProto node, string name, long absent) => Find(node, name)?.I ?? absent;

    public static float Real(this NodeProto node, string name, float absent) => Find(node, name)?.F ?? absent;

    public static string Word(this NodeProto node, string name, string absent) => Find(node, name)?.S.ToStringUtf8() ?? absent;

    public static int[] Wholes(this NodeProto node, string name, params int[] absent) =>
        Find(node, name) is { } attribute ? [.. attribute.Ints.Select(value => checked((int)value))] : absent;

    /// <summary>How a sentence names a node: its kind, and its own name where it has one.</summary>
    public static string Title(this NodeProto node) => $"{node.OpType} '{(node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault())}'";

    private static AttributeProto? Find(NodeProto node, string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);
}
