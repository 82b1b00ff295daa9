using Pix2Pix.Realtime.Generators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// Judges an input and a picture together: overlapping patches (PatchGAN), or single pixels (Isola et al. 2017), or what a frozen network sees of patches (as in Projected GANs:
/// Sauer et al. 2021, arXiv 2111.01007).
/// </summary>
/// <remarks>LeakyReLU(0.2) between the layers, norm after all but the first and the last. Thread contract: one thread at a time.</remarks>
internal sealed class Discriminator : nn.Module<Tensor, Tensor>
{
    private const int Kernel = 4;

    /// <summary>Channels that a frozen network's features are mixed to.</summary>
    private const int FeatureWidth = 64;

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
    public static Discriminator OfPatches(int channels, int width, int layers, NormKind norm, int scales = 1) =>
        new(norm, Patches(channels, width, layers), scales > 1 ? OfPatches(channels, width, layers, norm, scales - 1) : null);

    private static List<ConvolutionShape> Patches(int channels, int width, int layers)
    {
        var shapes = new List<ConvolutionShape>();
        for (var i = 0; i <= layers; i++)
        {
            shapes.Add(new ConvolutionShape(i == 0 ? channels : shapes[^1].Outputs, width * Math.Min(1 << i, 8), Kernel, i < layers ? 2 : 1, 1));
        }

        shapes.Add(new ConvolutionShape(shapes[^1].Outputs, 1, Kernel, 1, 1));
        return shapes;
    }

    /// <summary>One answer a pixel: three convolutions of kernel 1.</summary>
    /// <param name="channels">Of the input and the picture together.</param>
    /// <param name="width">Channels of the first layer.</param>
    /// <param name="norm">Between convolution and activation.</param>
    public static Discriminator OfPixels(int channels, int width, NormKind norm) => new(norm,
    [
        new ConvolutionShape(channels, width, 1, 1, 0), new ConvolutionShape(width, width * 2, 1, 1, 0), new ConvolutionShape(width * 2, 1, 1, 1, 0),
    ]);

    /// <summary>
    /// Patches of the picture, and beside them one answer for every eighth pixel each way from what a frozen network sees: its features are mixed where they are, then looked
    /// at in patches. It is nearly blind to colours, for which the first are there.
    /// </summary>
    /// <param name="channels">Of the input and the picture together.</param>
    /// <param name="features">Of input, picture and features together, at a quarter of the picture's sides.</param>
    /// <param name="width">Channels of the first layer of the patches' part.</param>
    /// <param name="layers">Its layers of stride 2: 1..6.</param>
    /// <param name="norm">Of the patches' part.</param>
    public static Discriminator OfFeatures(int channels, int features, int width, int layers, NormKind norm) => new(norm, Patches(channels, width, layers), new Discriminator(NormKind.None,
    [
        new ConvolutionShape(features, FeatureWidth, 1, 1, 0), new ConvolutionShape(FeatureWidth, FeatureWidth * 2, Kernel, 2, 1), new ConvolutionShape(FeatureWidth * 2, 1, 3, 1, 1),
    ]));

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

    /// <param name="pair">As above.</param>
    /// <param name="features">What a frozen network sees of it.</param>
    /// <returns>That of the patches and that of the features.</returns>
    public IReadOnlyList<Judgement> Judge(Tensor pair, Tensor features) => [AtOwnScale(pair), .. _coarser!.Judge(features)];

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
