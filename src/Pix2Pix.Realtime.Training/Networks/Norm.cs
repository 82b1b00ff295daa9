using Pix2Pix.Realtime.Generators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>The norm after a convolution: <c>weight</c>, <c>bias</c> and, for batch norm, <c>running_mean</c> and <c>running_var</c>, one value a channel.</summary>
internal sealed class Norm : nn.Module<Tensor, Tensor>
{
    private readonly NormKind _kind;
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly Tensor? _mean;
    private readonly Tensor? _variance;

    public Norm(NormKind kind, int channels) : base("norm")
    {
        _kind = kind;
        _weight = new Parameter(ones(channels));
        _bias = new Parameter(zeros(channels));
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
        if (kind == NormKind.Batch)
        {
            _mean = zeros(channels).DetachFromDisposeScope();
            _variance = ones(channels).DetachFromDisposeScope();
            register_buffer("running_mean", _mean);
            register_buffer("running_var", _variance);
        }
    }

    public Parameter Weight => _weight;

    public NormMode Mode { get; set; }

    /// <param name="input"><c>[N,C,H,W]</c>, float32 or bfloat16; the statistics are float32 either way.</param>
    public override Tensor forward(Tensor input)
    {
        const double Epsilon = GeneratorShape.NormEpsilon;
        if (_kind == NormKind.Instance || (Mode == NormMode.Image && input.shape[0] > 1))
        {
            return nn.functional.instance_norm(input, weight: _weight, bias: _bias, eps: Epsilon);
        }

        return Mode switch
        {
            NormMode.Running => nn.functional.batch_norm(input, _mean!, _variance!, _weight, _bias, training: false, eps: Epsilon),
            NormMode.Estimate => nn.functional.batch_norm(input, _mean!, _variance!, _weight, _bias, training: true, momentum: 1, eps: Epsilon),
            _ => nn.functional.batch_norm(input, null, null, _weight, _bias, training: true, eps: Epsilon),
        };
    }
}
