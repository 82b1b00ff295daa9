namespace Pix2Pix.Realtime.Generators;

/// <summary>Everything that determines a generator's layers; from it and the weights, training, export and loading build the same network.</summary>
/// <remarks>
/// U-Net of <c>Depth</c> levels, kernel 4, stride 2, padding 1 throughout (Isola et al. 2017, and the layer order of the authors' PyTorch code).
/// Encoder level i (0 = outermost): LeakyReLU(0.2) unless i = 0, convolution to <see cref="Channels"/>(i), norm unless i = 0 or i = Depth-1.
/// Decoder level i, run from Depth-1 (innermost) to 0: ReLU, transposed convolution from its input (Channels(i) for the innermost, else
/// 2*Channels(i): the skip first, then the picture from below) to Channels(i-1), norm, dropout in training on the three levels below the innermost
/// where Channels stays the same; level 0 goes to the output's channels with a bias, no norm, then tanh.
/// A convolution has a bias where no norm follows it. Weights are named <c>encoder.I.conv.weight</c> <c>[out,in,4,4]</c>, <c>encoder.I.conv.bias</c>,
/// <c>encoder.I.norm.{weight,bias,running_mean,running_var}</c>, <c>decoder.I.conv.weight</c> <c>[in,out,4,4]</c> and so on, with I the level.
/// <para>
/// ResNet of <c>Depth</c> blocks (Johnson et al. 2016, as CycleGAN has it): <c>stem</c>: reflect padding 3, convolution 7x7 to Channels(0);
/// <c>down.I</c>, I = 0 to <c>Levels - 1</c>: convolution 3x3, stride 2, padding 1, to Channels(I+1); <c>block.I.0</c> and <c>block.I.1</c>: reflect padding 1, convolution
/// 3x3, the second without ReLU and added to the block's input; <c>up.I</c>, I = <c>Levels - 1</c> to 0: transposed convolution 3x3, stride 2, padding 1, output padding 1,
/// <c>[in,out,3,3]</c>, to Channels(I); <c>head</c>: reflect padding 3, convolution 7x7 with a bias, no norm, tanh. Norm and ReLU follow every other
/// convolution, dropout in training the first of each block. Weights are named as above: <c>block.I.0.conv.weight</c>, <c>block.I.0.norm.weight</c>.
/// </para>
/// <para>
/// Resize up-sampling: nearest, twice the sides, then a convolution 3x3, padding 1, <c>[out,in,3,3]</c>, in the transposed convolution's place and name.
/// </para>
/// <para>
/// With a style of K numbers some layers have <c>LAYER.style.weight</c> <c>[out,K]</c>: its product with the style, normalised to
/// (value - neutral) / unit of each number, is added to the layer's output after the norm, one number a channel (a constant before a norm would be subtracted again). In a U-Net
/// these are the decoder's levels but the outermost; in a ResNet the first convolution of each block and the layers of <c>up</c>.
/// </para>
/// <para>
/// A patch of P pixels: the network reads and writes blocks of PxP pixels as one, so its levels work at 1/P of the sides. In a U-Net the outermost convolutions alone change:
/// kernel 4P, stride 2P, padding P, <c>[out,in,4P,4P]</c> and <c>[in,out,4P,4P]</c>, which is what kernel 4 between blocks comes to. In a ResNet the stem is reflect padding
/// <c>EdgeReach</c>*P and a convolution of kernel (2*<c>EdgeReach</c>+1)*P and stride P; the head convolves with kernel 2*<c>EdgeReach</c>+1 to P² channels for each of the output's,
/// which then become blocks (channel c, row y, column x of a block is channel (c*P+y)*P+x).
/// </para>
/// <para>A norm of kind Instance has weight and bias too, and always uses the picture's own statistics.</para>
/// </remarks>
/// <param name="Kind">The network's family.</param>
/// <param name="InputChannels">1, 3 or 4.</param>
/// <param name="OutputChannels">1, 3 or 4.</param>
/// <param name="Width">Channels of the first level: <c>ngf</c> in the papers.</param>
/// <param name="Depth">U-Net levels, or residual blocks of a ResNet.</param>
/// <param name="Norm">The norm between convolution and activation.</param>
/// <param name="Statistics">Which statistics the norm uses when it translates.</param>
/// <param name="Upsample">How the decoder doubles the sides.</param>
/// <param name="Dropout">Probability in training, 0..1; an exported generator has none.</param>
public sealed record GeneratorShape(
    GeneratorKind Kind, int InputChannels, int OutputChannels, int Width, int Depth,
    NormKind Norm, NormStatistics Statistics, UpsampleKind Upsample, double Dropout)
{
    /// <summary>The small number under the root in every norm.</summary>
    public const float NormEpsilon = 1e-5f;

    /// <summary>Slope of the encoder's LeakyReLU below zero.</summary>
    public const float LeakySlope = 0.2f;

    /// <summary>How many times a ResNet halves the sides: 2 where this program makes it, as many as they like in other programs' files.</summary>
    public int Levels { get; init; } = 2;

    /// <summary>How many numbers the style has that is a second input; 0 = there is none.</summary>
    public int StyleLength { get; init; }

    /// <summary>The side of the blocks of pixels that the network reads and writes as one: 1, 2 or 4.</summary>
    public int Patch { get; init; } = 1;

    /// <summary>Blocks that a ResNet's first and last convolution see to each side: 3 of one pixel, fewer of larger ones, which see as far.</summary>
    public int EdgeReach => 3 - int.Log2(Patch);

    /// <summary>Both sides of a picture must be multiples of this.</summary>
    public int SideMultiple => Patch << (Kind == GeneratorKind.UNet ? Depth : Levels);

    /// <summary>Channels where the sides are smallest.</summary>
    public int BottleneckChannels => Channels(Kind == GeneratorKind.UNet ? Depth - 1 : Levels);

    /// <summary>Channels that level <paramref name="level"/> leaves: doubling from <see cref="Width"/>, in a U-Net up to eight times it.</summary>
    public int Channels(int level) => Width * (1 << (Kind == GeneratorKind.UNet ? Math.Min(level, 3) : level));
}

/// <summary>The generator's family.</summary>
public enum GeneratorKind
{
    /// <summary>An encoder and a decoder with skip connections between their levels, as in pix2pix.</summary>
    UNet,

    /// <summary>Convolutions that halve the sides, residual blocks, and their reverse, as in CycleGAN.</summary>
    ResNet,
}

/// <summary>The norm between convolution and activation.</summary>
public enum NormKind
{
    /// <summary>No norm.</summary>
    None,

    /// <summary>Batch normalisation; when it translates, its statistics are as <see cref="NormStatistics"/> says.</summary>
    Batch,

    /// <summary>Instance normalisation: always the picture's own statistics.</summary>
    Instance,
}

/// <summary>Which statistics a norm uses when it translates: each picture's own, or the training data's, which fold into the convolutions.</summary>
public enum NormStatistics
{
    /// <summary>Mean and variance of the picture that is translated.</summary>
    Image,

    /// <summary>Mean and variance of the training data, folded into the convolutions at export.</summary>
    Running,
}

/// <summary>How the decoder doubles the sides: transposed convolution, or nearest up-sampling and a convolution.</summary>
public enum UpsampleKind
{
    /// <summary>Transposed convolution, stride 2.</summary>
    Transposed,

    /// <summary>Nearest up-sampling, then a convolution 3x3.</summary>
    Resize,
}
