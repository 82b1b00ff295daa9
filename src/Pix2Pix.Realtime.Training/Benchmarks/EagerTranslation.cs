using System.Runtime.InteropServices;
using System.Text.Json;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>
/// The yardstick for a translation in libtorch: the app's network, node by node and eager, as PyTorch runs a generator that nobody compiled. It is not to be made faster.
/// </summary>
#pragma warning disable RS0030 // Numbers as one would first write them: what may go wrong with them is rare, and this loop is short.
internal sealed class EagerTranslation : IDisposable
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    private readonly Network _network;
    private readonly Dictionary<string, Tensor> _weights = [];
    private readonly Tensor _input;

    /// <param name="folder">Holds <c>network.json</c>, <c>weights.bin</c>, <c>input.bin</c> and <c>answer.bin</c>; numbers are float32.</param>
    public EagerTranslation(string folder)
    {
        _network = JsonSerializer.Deserialize<Network>(File.ReadAllText(Path.Combine(folder, "network.json")), Names)!;
        var numbers = Numbers(folder, "weights.bin");
        foreach (var weight in _network.Weights)
        {
            _weights.Add(weight.Name, tensor(numbers.AsSpan(weight.Start, weight.Count).ToArray(), weight.Dims));
        }

        _input = tensor(Numbers(folder, "input.bin"), [1, 3, _network.Side, _network.Side]);
        Expected = Numbers(folder, "answer.bin");
    }

    /// <summary>The app's output: <c>[1,C,H,W]</c>, -1..1.</summary>
    public float[] Expected { get; }

    /// <summary>One translation, until its values are in plain memory: <c>[1,C,H,W]</c>, -1..1.</summary>
    public float[] Run()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var values = new Dictionary<string, Tensor>(_weights) { [_network.Input] = _input };
        foreach (var node in _network.Nodes)
        {
            values[node.Output] = Apply(node, [.. node.Inputs.Select(name => values[name])]);
        }

        return TensorMemory.ToArray(values[_network.Output]);
    }

    public void Dispose()
    {
        _input.Dispose();
        foreach (var weight in _weights.Values)
        {
            weight.Dispose();
        }
    }

    private static Tensor Apply(Node node, Tensor[] x) => node.Op switch
    {
        "Conv" => functional.conv2d(x[0], x[1], x.ElementAtOrDefault(2), strides: [2, 2], padding: [1, 1]),
        "ConvTranspose" => functional.conv_transpose2d(x[0], x[1], x.ElementAtOrDefault(2), strides: [2, 2], padding: [1, 1]),
        "LeakyRelu" => functional.leaky_relu(x[0], node.Alpha),
        "Relu" => functional.relu(x[0]),
        "Concat" => cat(x, 1),
        "Tanh" => x[0].tanh(),
        _ => throw new UserException(BenchmarksTexts.NotUNet(node.Op)),
    };

    private static float[] Numbers(string folder, string name) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();

    private sealed record Network(int Side, string Input, string Output, IReadOnlyList<Node> Nodes, IReadOnlyList<Weight> Weights);

    private sealed record Node(string Op, IReadOnlyList<string> Inputs, string Output, float Alpha);

    private sealed record Weight(string Name, long[] Dims, int Start, int Count);
}
