using Pix2Pix.Realtime.Generators;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>A convolution (<c>conv</c>) and, where one follows, its norm (<c>norm</c>); the convolution has a bias where no norm follows.</summary>
internal sealed class Layer : nn.Module<Tensor, Tensor>
{
    private readonly Convolution _convolution;

    public Layer(ConvolutionShape shape, NormKind norm) : base("layer")
    {
        _convolution = new Convolution(shape, bias: norm == NormKind.None);
        register_module("conv", _convolution);
        if (norm != NormKind.None)
        {
            Norm = new Norm(norm, shape.Outputs);
            register_module("norm", Norm);
        }
    }

    public Norm? Norm { get; }

    public Convolution Convolution => _convolution;

    public override Tensor forward(Tensor input)
    {
        var output = _convolution.forward(input);
        return Norm is null ? output : Norm.forward(output);
    }
}
