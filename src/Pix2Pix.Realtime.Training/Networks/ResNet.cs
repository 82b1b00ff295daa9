using Pix2Pix.Realtime.Generators;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>The ResNet generator that <see cref="GeneratorShape"/>'s remarks define.</summary>
internal sealed class ResNet : GeneratorNetwork
{
    private const int Kernel = 3;

    private readonly Layer _stem;
    private readonly ModuleList<Layer> _down = [];
    private readonly ModuleList<ModuleList<Layer>> _blocks = [];
    private readonly ModuleList<Layer> _up = [];
    private readonly Layer _head;

    public ResNet(GeneratorShape shape) : base(shape)
    {
        var (patch, edgeKernel) = (shape.Patch, (2 * shape.EdgeReach) + 1);
        _stem = new Layer(new ConvolutionShape(shape.InputChannels, shape.Width, edgeKernel * patch, patch, 0), shape.Norm);
        for (var level = 0; level < shape.Levels; level++)
        {
            _down.Add(new Layer(new ConvolutionShape(shape.Channels(level), shape.Channels(level + 1), Kernel, 2, 1), shape.Norm));
            _up.Add(new Layer(
                shape.Upsample == UpsampleKind.Transposed
                    ? new ConvolutionShape(shape.Channels(level + 1), shape.Channels(level), Kernel, 2, 1, Transposed: true)
                    : new ConvolutionShape(shape.Channels(level + 1), shape.Channels(level), Kernel, 1, 1, Twice: true),
                shape.Norm, shape.StyleLength));
        }

        var channels = shape.Channels(shape.Levels);
        for (var block = 0; block < shape.Depth; block++)
        {
            _blocks.Add([new Layer(new ConvolutionShape(channels, channels, Kernel, 1, 0), shape.Norm, shape.StyleLength), new Layer(new ConvolutionShape(channels, channels, Kernel, 1, 0), shape.Norm)]);
        }

        _head = new Layer(new ConvolutionShape(shape.Width, shape.OutputChannels * patch * patch, edgeKernel, 1, 0, Block: patch), NormKind.None);
        register_module("stem", _stem);
        register_module("down", _down);
        register_module("block", _blocks);
        register_module("up", _up);
        register_module("head", _head);
    }

    public override IEnumerable<Layer> Layers => [_stem, .. _down, .. _blocks.SelectMany(block => block), .. _up, _head];

    public override Tensor Translate(Tensor input, out Tensor bottleneck)
    {
        var x = Kept(() => _stem.forward(Reflect(input, Shape.EdgeReach * Shape.Patch)).relu());
        foreach (var layer in _down)
        {
            x = Kept(() => layer.forward(x).relu());
        }

        foreach (var block in _blocks)
        {
            x = Kept(() => x.Plus(block[1].forward(Reflect(Dropout(block[0].forward(Reflect(x, 1)).relu()), 1))));
        }

        bottleneck = x;
        for (var level = Shape.Levels - 1; level >= 0; level--)
        {
            x = Kept(() => _up[level].forward(x).relu());
        }

        return _head.forward(Reflect(x, Shape.EdgeReach)).to(ScalarType.Float32).tanh();
    }

    private static Tensor Reflect(Tensor x, long pixels) => nn.functional.pad(x, [pixels, pixels, pixels, pixels], PaddingModes.Reflect);
}
