using Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.Onnx.Quantization;

/// <summary>
/// Makes a generator of floats one of bytes (post-training static quantisation): every value between two operators becomes unsigned bytes through a
/// QuantizeLinear and a DequantizeLinear, every convolution's weights signed bytes with a scale for each output channel. ONNX Runtime melts each operator between its
/// Dequantize and Quantize into an integer kernel.
/// </summary>
internal static class Quantizer
{
    /// <summary>Scales for each channel came into ONNX with this set of operators.</summary>
    private const int FirstOpset = 13;

    /// <summary>The graph in the form that is measured and then quantised: plain float32 weights, no transposed convolutions.</summary>
    /// <exception cref="UserException">The graph is of an operator set that can't be quantised, its weights lie elsewhere, or a weight is not finite.</exception>
    public static ModelProto Prepare(ModelProto model)
    {
        var opset = model.OpsetImport.Where(set => set.Domain is "" or "ai.onnx").Select(set => set.Version).DefaultIfEmpty(0).Max();
        if (model.Graph.Initializer.FirstOrDefault(tensor => tensor.DataLocation == TensorProto.Types.DataLocation.External) is { } outside)
        {
            throw new UserException($"Expected all weights in the file, found '{outside.Name}' in an external data file; save the model as one file first.");
        }

        return opset >= FirstOpset
            ? TransposedConvolutions.Apply(ResizedConvolutions.Apply(PlainWeights.Apply(model)), TransposedForm.OneConvolution)
            : throw new UserException($"Expected a graph of ONNX operator set {FirstOpset} or newer for quantisation, found {opset}; export it again with a newer one.");
    }

    /// <summary>A prepared graph that also puts out every value that <see cref="Apply"/> needs the range of.</summary>
    public static ModelProto Expose(ModelProto prepared)
    {
        var result = prepared.Clone();
        foreach (var value in Values(prepared))
        {
            result.Graph.Output.Add(new ValueInfoProto { Name = value });
        }

        return result;
    }

    /// <summary>The values between a prepared graph's operators, in the order they are computed; not those of the style alone, a number a channel.</summary>
    public static IReadOnlyList<string> Values(ModelProto prepared)
    {
        var style = new StyleBiases(prepared.Graph);
        return [.. prepared.Graph.Node.Select(node => node.Output[0]).Where(value => value != prepared.Graph.Output[0].Name && !style.Holds(value))];
    }

    /// <summary>The graph of bytes.</summary>
    /// <param name="prepared">What <see cref="Prepare"/> gave; stays as it is.</param>
    /// <param name="ranges">By name, of the input and of every one of <see cref="Values"/>; a value that is missing stays float32.</param>
    /// <returns>Without metadata.</returns>
    public static ModelProto Apply(ModelProto prepared, IReadOnlyDictionary<string, ActivationRange> ranges)
    {
        var graph = new GraphRewrite(prepared);
        var plan = new QuantizationPlan(graph.Model.Graph, ranges);
        var bytes = new ByteWriter(graph, plan);
        graph.Replace(bytes.Rewrite);
        graph.Model.MetadataProps.Clear();
        return graph.Finish();
    }
}
