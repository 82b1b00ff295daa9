using Pix2Pix.Realtime.Generators;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// A convolution (<c>conv</c>) and, where one follows, its norm (<c>norm</c>); the convolution has a bias where no norm follows. Where the layer knows styles, a linear function
/// of the style (<c>style</c>) is added last; it begins with zeros, so that a generator that learned without style begins as it was.
/// </summary>
internal sealed class Layer : nn.Module<Tensor, Tensor>
{
    private readonly Convolution _convolution;

    /// <param name="style">How many numbers a style has; 0 = the layer knows none.</param>
    public Layer(ConvolutionShape shape, NormKind norm, int style = 0) : base("layer")
    {
        _convolution = new Convolution(shape, bias: norm == NormKind.None);
        register_module("conv", _convolution);
        if (norm != NormKind.None)
        {
            Norm = new Norm(norm, shape.Outputs);
            register_module("norm", Norm);
        }

        if (style > 0)
        {
            Style = new StyleShift(shape.Outputs, style);
            register_module("style", Style);
        }
    }

    public Norm? Norm { get; }

    public StyleShift? Style { get; }

    public Convolution Convolution => _convolution;

    public override Tensor forward(Tensor input)
    {
        var output = _convolution.forward(input);
        var normed = Norm is null ? output : Norm.forward(output);
        return Style is null ? normed : Style.forward(normed);
    }
}
