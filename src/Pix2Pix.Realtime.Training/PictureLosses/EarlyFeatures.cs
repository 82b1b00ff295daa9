using Onnx;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>
/// The first half of a ResNet-18 (He et al. 2016, trained on ImageNet) up to its second group of blocks: edges and textures. What comes after those judges pictures in
/// <c>pix2pix test</c> and so must not be trained against. The files come with the package Microsoft.ML.DnnImageFeaturizer.ResNet18.
/// </summary>
/// <remarks>
/// Frozen: its weights are buffers, its norms are within its convolutions, all float32. The steps are read from the file's graph, in its order.
/// Thread contract: one thread at a time.
/// </remarks>
internal sealed class EarlyFeatures : nn.Module<Tensor, (Tensor Layer1, Tensor Layer2)>
{
    private const string Mean = "mean";

    private readonly List<FrozenStep> _steps = [];
    private string _layer1 = "";
    private string _layer2 = "";
    private readonly string _input;

    private EarlyFeatures(GraphProto graph, float[] mean) : base("early_features")
    {
        _input = graph.Input[0].Name;
        Register(Mean, new WeightTensor([1, mean.Length, 1, 1], mean));
        var weights = graph.Initializer.ToDictionary(initializer => initializer.Name);
        foreach (var node in graph.Node)
        {
            // A convolution of kernel 1 leads around the first block of a group: what it reads is the group before's result.
            if (node.OpType == "Conv" && node.Wholes("kernel_shape").All(side => side == 1))
            {
                (_layer1, _layer2) = (_layer1.Length == 0 ? node.Input[0] : _layer1, _layer1.Length == 0 ? "" : node.Input[0]);
                if (_layer2.Length > 0)
                {
                    return;
                }
            }

            Add(node, weights);
        }

        throw new UserException(PictureLossesTexts.TooFewGroups(graph.Name));
    }

    /// <summary>The folder of the files beside this program.</summary>
    public static string PackagedFolder => Path.Combine(AppContext.BaseDirectory, "features");

    /// <param name="folder">The folder that holds <c>ResNet18.onnx</c> and <c>ResNetPreprocess.onnx</c>.</param>
    /// <exception cref="UserException">A file is missing or damaged.</exception>
    public static EarlyFeatures Load(string folder)
    {
        // The package takes a mean picture away; all its pixels are nearly alike, and a crop has no place in it: one mean a channel.
        var picture = TensorData.ToWeight(OnnxFile.Read(Path.Combine(folder, "ResNetPreprocess.onnx")).Graph.Initializer[0]);
        var (channels, area) = (picture.Dims[1], picture.Dims[2] * picture.Dims[3]);
        var mean = Enumerable.Range(0, channels).Select(channel => picture.Values.AsSpan(channel * area, area).ToArray().Average()).ToArray();
        return new EarlyFeatures(OnnxFile.Read(Path.Combine(folder, "ResNet18.onnx")).Graph, mean);
    }

    /// <param name="picture"><c>[N,C,H,W] float32, -1..1</c>; C is 1 (grey) or at least 3 (RGB first).</param>
    /// <returns><c>[N,64,H/4,W/4]</c> and <c>[N,128,H/8,W/8]</c>, float32, at least 0.</returns>
    public override (Tensor Layer1, Tensor Layer2) forward(Tensor picture)
    {
        var values = new Dictionary<string, Tensor> { [_input] = Prepare(picture) };
        foreach (var step in _steps)
        {
            values[step.Output] = step.Of([.. step.Inputs.Select(name => values[name])], name => get_buffer(name)!);
        }

        return (values[_layer1], values[_layer2]);
    }

    /// <summary>As the network learned: blue first, 0..255, less the mean.</summary>
    internal Tensor Prepare(Tensor picture)
    {
        var colours = picture.shape[1] < 3 ? picture.narrow(1, 0, 1).expand(-1, 3, -1, -1) : picture.narrow(1, 0, 3);
        return colours.Plus(1).Times(127.5).flip(1) - get_buffer(Mean)!;
    }

    private void Add(NodeProto node, Dictionary<string, TensorProto> weights)
    {
        if (node.OpType == "BatchNormalization")
        {
            // It follows the convolution that was read before it.
            var convolution = _steps.First(step => step.Output == node.Input[0]);
            var norm = new RunningNorm(Weight(1), Weight(2), Weight(3), Weight(4));
            var unfolded = TensorData.ToWeight(weights[convolution.Weight]);
            var (weight, bias) = NormFolding.Fold(unfolded, outputDimension: 0, bias: null, norm, node.Real("epsilon", 1e-5f));
            Register(convolution.WeightBuffer, weight);
            Register(convolution.BiasBuffer, bias);
            _steps[_steps.IndexOf(convolution)] = convolution with { Output = node.Output[0] };
        }
        else
        {
            _steps.Add(FrozenStep.Read(node, weights.ContainsKey));
        }

        WeightTensor Weight(int input) => TensorData.ToWeight(weights[node.Input[input]]);
    }

    private void Register(string name, WeightTensor weight)
    {
        using var scope = NewDisposeScope();
        register_buffer(name, tensor(weight.Values, [.. weight.Dims.Select(side => (long)side)]).DetachFromDisposeScope());
    }
}
