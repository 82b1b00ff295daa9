using Pix2Pix.Realtime.Generators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>The U-Net that <see cref="GeneratorShape"/>'s remarks define.</summary>
internal sealed class UNet : GeneratorNetwork
{
    private const int Kernel = 4;

    /// <summary>Levels below the innermost whose decoders drop out.</summary>
    private const int DropoutLevels = 3;

    private readonly ModuleList<Layer> _encoder = [];
    private readonly ModuleList<Layer> _decoder = [];

    public UNet(GeneratorShape shape) : base(shape)
    {
        var innermost = shape.Depth - 1;
        for (var level = 0; level <= innermost; level++)
        {
            var (inputs, patch) = level == 0 ? (shape.InputChannels, shape.Patch) : (shape.Channels(level - 1), 1);
            var norm = level > 0 && level < innermost ? shape.Norm : NormKind.None;
            _encoder.Add(new Layer(new ConvolutionShape(inputs, shape.Channels(level), Kernel * patch, 2 * patch, patch), norm));
        }

        for (var level = 0; level <= innermost; level++)
        {
            var inputs = shape.Channels(level) * (level == innermost ? 1 : 2);
            var (outputs, patch) = level == 0 ? (shape.OutputChannels, shape.Patch) : (shape.Channels(level - 1), 1);
            var convolution = shape.Upsample == UpsampleKind.Transposed
                ? new ConvolutionShape(inputs, outputs, Kernel * patch, 2 * patch, patch, Transposed: true)
                : new ConvolutionShape(inputs, outputs, 3, 1, 1, Twice: true);
            _decoder.Add(new Layer(convolution, level == 0 ? NormKind.None : shape.Norm, level == 0 ? 0 : shape.StyleLength));
        }

        register_module("encoder", _encoder);
        register_module("decoder", _decoder);
    }

    public override IEnumerable<Layer> Layers => _encoder.Concat(_decoder);

    public override Tensor Translate(Tensor input, out Tensor bottleneck)
    {
        var innermost = Shape.Depth - 1;
        var skips = new Tensor[Shape.Depth];
        for (var level = 0; level <= innermost; level++)
        {
            skips[level] = Kept(() => _encoder[level].forward(level == 0 ? input : skips[level - 1].LeakyRelu()));
        }

        bottleneck = skips[innermost];
        var below = bottleneck;
        for (var level = innermost; level >= 0; level--)
        {
            below = Kept(() =>
            {
                var joined = level == innermost ? below : cat([skips[level], below], 1);
                var above = _decoder[level].forward(joined.relu_());
                return DropsOut(level) ? Dropout(above) : above;
            });
        }

        return below.to(ScalarType.Float32).tanh();
    }

    private bool DropsOut(int level) =>
        level > 0 && level < Shape.Depth - 1 && level >= Shape.Depth - 1 - DropoutLevels && Shape.Channels(level) == Shape.Channels(level - 1);
}
