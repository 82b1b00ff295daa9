using Pix2Pix.Realtime.Generators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Judges an input and a picture together: overlapping patches (PatchGAN), or single pixels (Isola et al. 2017).</summary>
/// <remarks>LeakyReLU(0.2) between the layers, norm after all but the first and the last. Thread contract: one thread at a time.</remarks>
internal sealed class Discriminator : nn.Module<Tensor, Tensor>
{
    private const int Kernel = 4;
    private readonly ModuleList<Layer> _layers = [];
    private readonly Discriminator? _coarser;

    private Discriminator(NormKind norm, IReadOnlyList<ConvolutionShape> shapes, Discriminator? coarser = null) : base("discriminator")
    {
        for (var i = 0; i < shapes.Count; i++)
        {
            _layers.Add(new Layer(shapes[i], i == 0 || i == shapes.Count - 1 ? NormKind.None : norm));
        }

        register_module("layers", _layers);
        if (coarser is not null)
        {
            _coarser = coarser;
            register_module("coarser", coarser);
        }
    }

    /// <summary>One answer a patch. Kernel 4, padding 1: convolutions of stride 2 whose channels double up to eight times the width, one of stride 1, and one to a single channel.</summary>
    /// <param name="channels">Of the input and the picture together.</param>
    /// <param name="width">Channels of the first layer.</param>
    /// <param name="layers">Layers of stride 2: 1..6.</param>
    /// <param name="norm">Between convolution and activation.</param>
    /// <param name="scales">How many of one make judge, each at half the sides of the one before (pix2pixHD: Wang et al. 2018).</param>
    public static Discriminator OfPatches(int channels, int width, int layers, NormKind norm, int scales = 1)
    {
        var shapes = new List<ConvolutionShape>();
        for (var i = 0; i <= layers; i++)
        {
            shapes.Add(new ConvolutionShape(i == 0 ? channels : shapes[^1].Outputs, width * Math.Min(1 << i, 8), Kernel, i < layers ? 2 : 1, 1));
        }

        shapes.Add(new ConvolutionShape(shapes[^1].Outputs, 1, Kernel, 1, 1));
        return new Discriminator(norm, shapes, scales > 1 ? OfPatches(channels, width, layers, norm, scales - 1) : null);
    }

    /// <summary>One answer a pixel: three convolutions of kernel 1.</summary>
    /// <param name="channels">Of the input and the picture together.</param>
    /// <param name="width">Channels of the first layer.</param>
    /// <param name="norm">Between convolution and activation.</param>
    public static Discriminator OfPixels(int channels, int width, NormKind norm) => new(norm,
    [
        new ConvolutionShape(channels, width, 1, 1, 0), new ConvolutionShape(width, width * 2, 1, 1, 0), new ConvolutionShape(width * 2, 1, 1, 1, 0),
    ]);

    /// <summary>Of all scales, the finest first.</summary>
    public IEnumerable<Layer> Layers => _coarser is null ? _layers : _layers.Concat(_coarser.Layers);

    /// <summary>Chooses the arithmetic of all convolutions: float32 or bfloat16.</summary>
    public void Use(ScalarType arithmetic)
    {
        foreach (var layer in Layers)
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
    /// <returns><c>[N,1,h,w] float32</c>, unbounded: how real each patch or pixel looks at the finest scale.</returns>
    public override Tensor forward(Tensor pair) => AtOwnScale(pair).Answers;

    /// <param name="pair">Input and picture, joined by channel: <c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <returns>One judgement a scale, the finest first.</returns>
    public IReadOnlyList<Judgement> Judge(Tensor pair) =>
        _coarser is null ? [AtOwnScale(pair)] : [AtOwnScale(pair), .. _coarser.Judge(nn.functional.avg_pool2d(pair, 2))];

    private Judgement AtOwnScale(Tensor pair)
    {
        var activations = new List<Tensor>(_layers.Count - 1);
        var x = _layers[0].forward(pair);
        for (var i = 1; i < _layers.Count; i++)
        {
            activations.Add(x.LeakyRelu());
            x = _layers[i].forward(activations[^1]);
        }

        return new Judgement(x.to(ScalarType.Float32), activations);
    }
}
