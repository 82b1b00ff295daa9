using Onnx;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>One node of a frozen network's graph: a convolution, a ReLU, a largest-of-3x3 or a sum. Immutable; the weights are its network's buffers.</summary>
/// <param name="Kind">The node's kind in ONNX.</param>
/// <param name="Inputs">The values that it reads.</param>
/// <param name="Output">The value that it makes.</param>
/// <param name="Weight">The convolution's weight in the file; empty for the others.</param>
/// <param name="Kernel">The side of what it reads for one pixel.</param>
/// <param name="Stride">Pixels.</param>
/// <param name="Padding">Zeros at the left, right, top and bottom, in pixels.</param>
internal sealed record FrozenStep(string Kind, IReadOnlyList<string> Inputs, string Output, string Weight, int Kernel, int Stride, long[] Padding)
{
    public string WeightBuffer => $"{Weight}_weight";

    public string BiasBuffer => $"{Weight}_bias";

    /// <exception cref="UserException">A node of another kind.</exception>
    public static FrozenStep Read(NodeProto node, Predicate<string> isWeight)
    {
        if (node.OpType is not ("Conv" or "Relu" or "MaxPool" or "Add"))
        {
            throw new UserException(PictureLossesTexts.OtherLayers(node.Title()));
        }

        var pads = node.Wholes("pads", 0, 0, 0, 0);
        return new FrozenStep(
            node.OpType, [.. node.Input.Where(name => !isWeight(name))], node.Output[0], node.OpType == "Conv" ? node.Input[1] : "",
            node.Wholes("kernel_shape", 1, 1)[0], node.Wholes("strides", 1, 1)[0], [pads[1], pads[3], pads[0], pads[2]]);
    }

    /// <param name="inputs">What the names stand for.</param>
    /// <param name="buffer">The network's, by name.</param>
    public Tensor Of(IReadOnlyList<Tensor> inputs, Func<string, Tensor> buffer) => Kind switch
    {
        "Conv" => nn.functional.conv2d(Padded(inputs[0]), buffer(WeightBuffer), buffer(BiasBuffer), strides: [Stride, Stride]),

        // What it reads was at least 0, so zeros around it change no largest value.
        "MaxPool" => nn.functional.max_pool2d(Padded(inputs[0]), Kernel, Stride),
        "Relu" => inputs[0].relu(),
        _ => inputs[0].Plus(inputs[1]),
    };

    /// <summary>More at one side than at the other, which a convolution's own padding can't be.</summary>
    private Tensor Padded(Tensor input) => Padding.All(pixels => pixels == 0) ? input : nn.functional.pad(input, Padding);
}
