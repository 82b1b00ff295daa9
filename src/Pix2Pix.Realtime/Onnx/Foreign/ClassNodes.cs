using Pix2Pix.Realtime.Labels;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Writes what makes classes of a label map's colours.</summary>
internal static class ClassNodes
{
    /// <summary>
    /// One channel a class, or one of ids, as float32. The class is the one whose colour is nearest: <c>|x - c|²</c> is least where <c>2xc - |c|²</c> is largest, and that is a
    /// convolution.
    /// </summary>
    public static string Write(EdgeNodes nodes, string picture, ForeignReading reading)
    {
        var (weights, bias) = Nearness(reading.Palette!.Classes);
        var places = nodes.Add("ArgMax", "places", [nodes.Mix("nearness", picture, 3, weights, bias)], OnnxNode.Int("axis", 1), OnnxNode.Int("keepdims", 1));
        long[] table = [.. reading.ClassOfChannel.Select(number => (long)number)];
        return nodes.Cast("number", reading.Content == PictureContent.ClassIds
            ? nodes.Add("Gather", "class", [nodes.Wholes("ids", [table.Length], table), places])
            : nodes.Add("Equal", "hot", [places, nodes.Wholes("channels", [1, table.Length, 1, 1], table)]), DataType.Float);
    }

    private static (float[] Weights, float[] Bias) Nearness(IReadOnlyList<LabelClass> classes)
    {
        var (weights, bias) = (new float[classes.Count * 3], new float[classes.Count]);
        for (var place = 0; place < classes.Count; place++)
        {
            var (c, color) = (0, classes[place].Color);
            foreach (var part in (byte[])[color.R, color.G, color.B])
            {
                var signed = (part / 127.5f) - 1;
                weights[(place * 3) + c++] = 2 * signed;
                bias[place] -= signed * signed;
            }
        }

        return (weights, bias);
    }
}
