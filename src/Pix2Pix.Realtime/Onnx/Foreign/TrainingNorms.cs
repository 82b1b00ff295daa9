using Onnx;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>
/// Writes norms that were exported in training mode as what they compute: a batch's own statistics, which for one picture are that picture's (InstanceNormalization). ONNX
/// Runtime is made for trained networks and computes something else there.
/// </summary>
internal static class TrainingNorms
{
    /// <summary>Since this version an attribute says it; before, outputs for the statistics did.</summary>
    private const long SinceAttribute = 14;

    /// <summary>Changes the graph and those inside it, in place.</summary>
    /// <returns>How many were rewritten.</returns>
    /// <exception cref="UserException">Other nodes use the statistics.</exception>
    public static int Rewrite(GraphProto graph, long opset)
    {
        var count = graph.Node.SelectMany(node => node.Attribute).Where(attribute => attribute.G is not null).Sum(attribute => Rewrite(attribute.G, opset));
        var links = new Lazy<GraphLinks>(() => new GraphLinks(graph));
        for (var i = 0; i < graph.Node.Count; i++)
        {
            var node = graph.Node[i];
            if (node.OpType != "BatchNormalization" || node.Domain is not ("" or "ai.onnx") || !Trains(node, opset))
            {
                continue;
            }

            if (node.Output.Skip(1).FirstOrDefault(output => output.Length > 0 && links.Value.IsRead(output)) is { } used)
            {
                throw new UserException($"Expected {node.Title()} to normalise alone, found it in training mode with its statistics '{used}' used by other operators; export the model for inference.");
            }

            graph.Node[i] = OnnxNode.Make("InstanceNormalization", node.Name, node.Input.Take(3), node.Output[0], OnnxNode.Float("epsilon", node.Real("epsilon", 1e-5f)));
            count++;
        }

        return count;
    }

    private static bool Trains(NodeProto node, long opset) => opset >= SinceAttribute ? node.Whole("training_mode", 0) != 0 : node.Output.Skip(1).Any(output => output.Length > 0);
}
