using Pix2Pix.Realtime.Generators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>The norm after a convolution: <c>weight</c>, <c>bias</c> and, for batch norm, <c>running_mean</c> and <c>running_var</c>, one value a channel.</summary>
/// <remarks>Looked up at each use: moving the module to another device puts new tensors in their place and frees the old ones.</remarks>
internal sealed class Norm : nn.Module<Tensor, Tensor>
{
    private readonly NormKind _kind;

    public Norm(NormKind kind, int channels) : base("norm")
    {
        _kind = kind;
        register_parameter("weight", new Parameter(ones(channels)));
        register_parameter("bias", new Parameter(zeros(channels)));
        if (kind == NormKind.Batch)
        {
            register_buffer("running_mean", zeros(channels).DetachFromDisposeScope());
            register_buffer("running_var", ones(channels).DetachFromDisposeScope());
        }
    }

    public Parameter Weight => get_parameter("weight")!;

    public NormMode Mode { get; set; }

    /// <param name="input"><c>[N,C,H,W]</c>, float32 or bfloat16; the statistics are float32 either way.</param>
    public override Tensor forward(Tensor input)
    {
        const double Epsilon = GeneratorShape.NormEpsilon;
        var (weight, bias) = (Weight, get_parameter("bias")!);
        if (_kind == NormKind.Instance || (Mode == NormMode.Image && input.shape[0] > 1))
        {
            return nn.functional.instance_norm(input, weight: weight, bias: bias, eps: Epsilon);
        }

        if (Mode is not (NormMode.Running or NormMode.Estimate))
        {
            return nn.functional.batch_norm(input, null, null, weight, bias, training: true, eps: Epsilon);
        }

        var (mean, variance) = (get_buffer("running_mean")!, get_buffer("running_var")!);
        return Mode == NormMode.Running
            ? nn.functional.batch_norm(input, mean, variance, weight, bias, training: false, eps: Epsilon)
            : nn.functional.batch_norm(input, mean, variance, weight, bias, training: true, momentum: 1, eps: Epsilon);
    }
}
