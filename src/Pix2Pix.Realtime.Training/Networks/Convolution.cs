using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>A convolution: <c>weight [out,in,k,k]</c>, or <c>[in,out,k,k]</c> when transposed, and perhaps <c>bias [out]</c>, all float32.</summary>
/// <remarks>
/// In bfloat16 it works on rounded copies of weights and input; the gradient arrives at the float32 weights. Weights are looked up at each use: moving
/// the module to another device puts new tensors in their place and frees the old ones.
/// </remarks>
internal sealed class Convolution : nn.Module<Tensor, Tensor>
{
    /// <summary>Outside training, where statistics are estimated over hundreds of pictures: what is doubled and rearranged on the way is large.</summary>
    private const int PicturesAtOnce = 8;

    private readonly bool _hasBias;

    public Convolution(ConvolutionShape shape, bool bias) : base("conv")
    {
        (Shape, _hasBias) = (shape, bias);
        var (first, second) = shape.Transposed ? (shape.Inputs, shape.Outputs) : (shape.Outputs, shape.Inputs);
        register_parameter("weight", new Parameter(empty(first, second, shape.Kernel, shape.Kernel)));
        if (bias)
        {
            register_parameter("bias", new Parameter(zeros(shape.Outputs)));
        }
    }

    public ConvolutionShape Shape { get; }

    public Parameter Weight => get_parameter("weight")!;

    /// <summary>Null where a norm follows.</summary>
    public Parameter? Bias => _hasBias ? get_parameter("bias") : null;

    /// <summary>The arithmetic: float32 or bfloat16.</summary>
    public ScalarType Arithmetic { get; set; } = ScalarType.Float32;

    /// <summary>Whether it may be computed as a <see cref="MatrixConvolution"/> where that is faster.</summary>
    public bool MayBeMatrix { get; set; } = true;

    public override Tensor forward(Tensor input)
    {
        if (is_grad_enabled() || input.shape[0] <= PicturesAtOnce)
        {
            return Convolve(input);
        }

        return cat([.. input.split(PicturesAtOnce).Select(pictures =>
        {
            using var scope = NewDisposeScope();
            return Convolve(pictures).MoveToOuterDisposeScope();
        })]);
    }

    private Tensor Convolve(Tensor input)
    {
        var x = input.to(Arithmetic);
        var weight = Weight.to(Arithmetic);
        var bias = Bias?.to(Arithmetic);
        if (MayBeMatrix && MatrixConvolution.Fits(Shape, input))
        {
            return MatrixConvolution.Of(Shape, x, weight, bias);
        }

        if (Shape.Twice)
        {
            x = nn.functional.interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
        }

        return Blocks(WholeBlocks.Convolve(Shape, x, weight, bias));
    }

    private Tensor Blocks(Tensor x) => Shape.Block > 1 ? nn.functional.pixel_shuffle(x, Shape.Block) : x;
}
