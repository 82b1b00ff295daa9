using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Reads what a graph declares of its inputs and outputs: type, dimensions, and which dimension is which.</summary>
internal static class EdgeReading
{
    private const int UsualChannels = 3;

    /// <summary>The picture that an input or output is; null where it is none.</summary>
    /// <param name="hint">What the layers beside it show.</param>
    public static PictureEdge? Of(ValueInfoProto value, (PictureLayout? Layout, int? Channels) hint)
    {
        if (value.Type?.TensorType is not { } tensor || !IsNumber((DataType)tensor.ElemType))
        {
            return null;
        }

        var dims = Dims(tensor);
        if (dims is [] && tensor.Shape is null)
        {
            dims = [-1, -1, -1, -1];
        }

        return Layout(dims, hint.Layout) is { } layout
            ? new PictureEdge(value.Name, (DataType)tensor.ElemType, dims, layout, Channels(dims, layout) ?? hint.Channels ?? UsualChannels)
            : null;
    }

    /// <summary>A type and shape for people: <c>float [1,3,256,?]</c>.</summary>
    public static string Words(ValueInfoProto value) => value.Type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => $"{TypeName((DataType)value.Type.TensorType.ElemType)} {(value.Type.TensorType.Shape is null ? "of any shape" : PictureEdge.Words(Dims(value.Type.TensorType)))}",
        null or TypeProto.ValueOneofCase.None => "of an unknown type",
        var other => other.ToString()!.Replace("Type", "", StringComparison.Ordinal).ToLowerInvariant(),
    };

    public static string TypeName(DataType type) => type switch
    {
        DataType.Float => "float32",
        _ => type.ToString().ToLowerInvariant(),
    };

    public static IReadOnlyList<long> Dims(ValueInfoProto value) => value.Type?.TensorType is { } tensor ? Dims(tensor) : [];

    /// <summary>What the layers after an input show of its order and channels.</summary>
    public static (PictureLayout? Layout, int? Channels) AfterInput(GraphLinks graph, string name)
    {
        while (graph.OnlyReader(name) is { Output.Count: > 0 } node)
        {
            switch (node.OpType)
            {
                case "Transpose":
                    return (node.Wholes("perm") is [0, 3, 1, 2] ? PictureLayout.Nhwc : null, null);
                case "Conv" when graph.Dims(node.Input[1]) is [_, var channels, _, _]:
                    return (PictureLayout.Nchw, (int)Math.Min(channels * node.Whole("group", 1), int.MaxValue));
                case "Cast" or "Identity" or "Mul" or "Div" or "Add" or "Sub" or "Pad" or "Clip":
                    name = node.Output[0];
                    break;
                default:
                    return (null, null);
            }
        }

        return (null, null);
    }

    /// <summary>What the layers before an output show of the same.</summary>
    public static (PictureLayout? Layout, int? Channels) BeforeOutput(GraphLinks graph, string name)
    {
        while (graph.Maker(name) is { Input.Count: > 0 } node)
        {
            switch (node.OpType)
            {
                case "Transpose":
                    return (node.Wholes("perm") is [0, 2, 3, 1] ? PictureLayout.Nhwc : null, null);
                case "Conv" when graph.Dims(node.Input[1]) is [var channels, _, _, _]:
                    return (PictureLayout.Nchw, (int)Math.Min(channels, int.MaxValue));
                case "ConvTranspose" when graph.Dims(node.Input[1]) is [_, var channels, _, _]:
                    return (PictureLayout.Nchw, (int)Math.Min(channels * node.Whole("group", 1), int.MaxValue));
                case "Cast" or "Identity" or "Tanh" or "Sigmoid" or "Clip" or "Mul" or "Div" or "Add" or "Sub" or "Relu":
                    name = graph.Dims(node.Input[0]) is null ? node.Input[0] : node.Input[^1];
                    break;
                default:
                    return (null, null);
            }
        }

        return (null, null);
    }

    private static IReadOnlyList<long> Dims(TypeProto.Types.Tensor tensor) => [.. (tensor.Shape?.Dim ?? []).Select(dim => dim.DimValue > 0 ? dim.DimValue : -1)];

    private static PictureLayout? Layout(IReadOnlyList<long> dims, PictureLayout? hint) => dims switch
    {
        [_, var second, _, var last] => (IsPicture(second), IsPicture(last)) switch
        {
            (true, false) => PictureLayout.Nchw,
            (false, true) => PictureLayout.Nhwc,
            (true, true) => hint ?? PictureLayout.Nchw,
            _ => hint ?? (last > 0 && (second < 0 || last < second) ? PictureLayout.Nhwc : PictureLayout.Nchw),
        },
        [var first, _, var last] => IsPicture(first) ? PictureLayout.Chw : IsPicture(last) ? PictureLayout.Hwc : null,
        [_, _] => PictureLayout.Hw,
        _ => null,
    };

    private static int? Channels(IReadOnlyList<long> dims, PictureLayout layout)
    {
        var channels = layout switch
        {
            PictureLayout.Nchw => dims[1],
            PictureLayout.Nhwc => dims[3],
            PictureLayout.Chw => dims[0],
            PictureLayout.Hwc => dims[2],
            _ => 1,
        };
        return channels > 0 ? (int)Math.Min(channels, int.MaxValue) : null;
    }

    private static bool IsPicture(long channels) => channels is 1 or 3 or 4;

    private static bool IsNumber(DataType type) =>
        type is DataType.Float or DataType.Float16 or DataType.Double or DataType.Uint8 or DataType.Int8 or DataType.Int32 or DataType.Int64;
}
