using System.Runtime.InteropServices;
using System.Text.Json;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// A generator for peers that read no ONNX: its nodes and weights in two plain files, with an input and our answer to it in two more, so that a peer can show that it computes
/// the same picture.
/// </summary>
internal static class PeerNetwork
{
    private const ulong Seed = 1;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Writes <c>network.json</c>, <c>weights.bin</c>, <c>input.bin</c> and <c>answer.bin</c>; numbers are float32.</summary>
    /// <param name="model">The generator: square pictures, float32 weights.</param>
    /// <param name="folder">There already.</param>
    public static void Write(string model, string folder)
    {
        var graph = OnnxFile.Read(model).Graph;
        var (weights, numbers) = (new List<Weight>(), new List<float>());
        foreach (var tensor in graph.Initializer)
        {
            var weight = TensorData.ToWeight(tensor);
            weights.Add(new Weight(tensor.Name, weight.Dims, numbers.Count, weight.Values.Length));
            numbers.AddRange(weight.Values);
        }

        using var generator = GeneratorLoader.Load(model, new LoadOptions { Provider = ExecutionProvider.Cpu });
        using var input = new TensorBuffer(generator.Info.Input);
        using var answer = new TensorBuffer(generator.Info.Output);
        Probe.FillInput(Seed, input.Values);
        generator.Translate(input, answer);

        var nodes = graph.Node.Select(node => new Node(node.OpType, node.Input, node.Output[0], node.Real("alpha", absent: 0)));
        var network = new Network(generator.Info.Input.Width, graph.Input[0].Name, graph.Output[0].Name, [.. nodes], weights);
        File.WriteAllText(Path.Combine(folder, "network.json"), JsonSerializer.Serialize(network, Names));
        WriteNumbers("weights.bin", CollectionsMarshal.AsSpan(numbers));
        WriteNumbers("input.bin", input.Values);
        WriteNumbers("answer.bin", answer.Values);

        void WriteNumbers(string name, ReadOnlySpan<float> values) => File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(values));
    }

    private sealed record Network(int Side, string Input, string Output, IReadOnlyList<Node> Nodes, IReadOnlyList<Weight> Weights);

    private sealed record Node(string Op, IReadOnlyList<string> Inputs, string Output, float Alpha);

    private sealed record Weight(string Name, IReadOnlyList<int> Dims, int Start, int Count);
}
