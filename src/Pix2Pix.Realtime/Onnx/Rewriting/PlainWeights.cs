using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>
/// Gives a graph its weights as float32 again where they are stored as float16 behind a Cast, and without denormals, which make arithmetic many times slower on
/// most processors. What <see cref="HalfWeights"/> packs, this unpacks.
/// </summary>
internal static class PlainWeights
{
    /// <summary>The same graph; <paramref name="model"/> stays as it is.</summary>
    /// <exception cref="UserException">A weight is not finite or not whole.</exception>
    public static ModelProto Apply(ModelProto model)
    {
        var graph = new GraphRewrite(model);
        foreach (var tensor in model.Graph.Initializer.Where(tensor => tensor.DataType == (int)TensorProto.Types.DataType.Float))
        {
            if (graph.Floats(tensor.Name) is { } weight)
            {
                graph.Add(tensor.Name, weight);
            }
        }

        graph.Replace(node =>
        {
            var unpacks = node.OpType == "Cast" && node.ReadInt("to", 0) == (int)TensorProto.Types.DataType.Float;
            if (!unpacks || graph.Floats(node.Input[0]) is not { } weight)
            {
                return null;
            }

            graph.Add(node.Output[0], weight);
            return [];
        });
        return graph.Finish();
    }
}
