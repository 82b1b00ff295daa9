using Pix2Pix.Realtime.Generators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>PatchGAN (Isola et al. 2017): judges overlapping patches of an input and a picture together, one answer a patch.</summary>
/// <remarks>
/// Kernel 4, padding 1: <c>layers</c> convolutions of stride 2 whose channels double from <c>width</c> up to eight times it, one of stride 1, and one of stride 1
/// to a single channel; LeakyReLU(0.2) between them, norm after all but the first and the last. Thread contract: one thread at a time.
/// </remarks>
internal sealed class PatchDiscriminator : nn.Module<Tensor, Tensor>
{
    private const int Kernel = 4;
    private readonly ModuleList<Layer> _layers = [];

    /// <param name="channels">Of the input and the picture together.</param>
    /// <param name="width">Channels of the first layer.</param>
    /// <param name="layers">Layers of stride 2: 1..6.</param>
    public PatchDiscriminator(int channels, int width, int layers, NormKind norm) : base("discriminator")
    {
        var inputs = channels;
        for (var i = 0; i <= layers; i++)
        {
            var outputs = width * Math.Min(1 << i, 8);
            _layers.Add(new Layer(new ConvolutionShape(inputs, outputs, Kernel, i < layers ? 2 : 1, 1), i == 0 ? NormKind.None : norm));
            inputs = outputs;
        }

        _layers.Add(new Layer(new ConvolutionShape(inputs, 1, Kernel, 1, 1), NormKind.None));
        register_module("layers", _layers);
    }

    public IEnumerable<Layer> Layers => _layers;

    /// <summary>Chooses the arithmetic of all convolutions: float32 or bfloat16.</summary>
    public void Use(ScalarType arithmetic)
    {
        foreach (var layer in _layers)
        {
            layer.Convolution.Arithmetic = arithmetic;
        }
    }

    /// <summary>The side of the patch that one answer judges, in pixels: 16, 34, 70, 142, 286, 574 for 1..6 layers.</summary>
    public static int ReceptiveField(int layers)
    {
        // Backwards from one answer: a convolution of stride s and kernel k sees (n-1)*s + k pixels for n answers.
        var field = 1 + (2 * (Kernel - 1));
        for (var i = 0; i < layers; i++)
        {
            field = ((field - 1) * 2) + Kernel;
        }

        return field;
    }

    /// <param name="pair">Input and picture, joined by channel: <c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <returns><c>[N,1,h,w] float32</c>, unbounded: how real each patch looks.</returns>
    public override Tensor forward(Tensor pair)
    {
        var x = _layers[0].forward(pair);
        for (var i = 1; i < _layers.Count; i++)
        {
            x = _layers[i].forward(nn.functional.leaky_relu(x, GeneratorShape.LeakySlope));
        }

        return x.to(ScalarType.Float32);
    }
}
