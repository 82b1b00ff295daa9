using System.Runtime.InteropServices;
using Onnx;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>
/// Stores a graph's weights as float16, which halves the file; the arithmetic stays float32. Each weight is followed by a Cast, which
/// ONNX Runtime computes once when it loads the file.
/// </summary>
internal static class HalfWeights
{
    /// <summary>Smaller tensors (biases, norms, sizes) stay as they are: nothing is won there.</summary>
    private const int SmallestCount = 1024;

    /// <summary>The same graph with its large weights as float16; <paramref name="model"/> stays as it is.</summary>
    /// <exception cref="UserException">A weight is too large for float16.</exception>
    public static ModelProto Apply(ModelProto model)
    {
        var result = model.Clone();
        var casts = new List<NodeProto>();
        for (var i = 0; i < result.Graph.Initializer.Count; i++)
        {
            var tensor = result.Graph.Initializer[i];
            if (tensor.DataType != (int)TensorProto.Types.DataType.Float || tensor.Dims.Aggregate(1L, (product, dim) => product * dim) < SmallestCount)
            {
                continue;
            }

            var half = ToHalf(tensor);
            result.Graph.Initializer[i] = half;
            casts.Add(CastToFloat(half.Name, tensor.Name));
        }

        // A node may only use what stands before it.
        var nodes = result.Graph.Node.ToList();
        result.Graph.Node.Clear();
        result.Graph.Node.AddRange(casts);
        result.Graph.Node.AddRange(nodes);
        return result;
    }

    private static TensorProto ToHalf(TensorProto tensor)
    {
        var weight = TensorData.ToWeight(tensor);
        var bytes = new byte[weight.Values.Length * sizeof(ushort)];
        var halves = MemoryMarshal.Cast<byte, Half>(bytes.AsSpan());
        for (var i = 0; i < halves.Length; i++)
        {
            halves[i] = (Half)weight.Values[i];
            if (!Half.IsFinite(halves[i]))
            {
                throw new UserException($"Expected weights up to {Half.MaxValue} for float16, found {weight.Values[i]} in '{tensor.Name}'; export it as fp32.");
            }
        }

        return TensorData.Raw($"{tensor.Name}.half", TensorProto.Types.DataType.Float16, weight.Dims, bytes);
    }

    private static NodeProto CastToFloat(string input, string output) =>
        OnnxNode.Make("Cast", $"{output}.cast", [input], output, OnnxNode.Int("to", (int)TensorProto.Types.DataType.Float));
}
