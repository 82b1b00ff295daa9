using Pix2Pix.Realtime.Generators;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>A generator that learns: <c>[N,C,H,W] float32, -1..1</c> in and out. Its weights bear the names that <see cref="GeneratorShape"/>'s remarks give.</summary>
/// <remarks>Thread contract: one thread at a time.</remarks>
internal abstract class GeneratorNetwork(GeneratorShape shape) : nn.Module<Tensor, Tensor>("generator")
{
    public GeneratorShape Shape { get; } = shape;

    /// <summary>Every convolution with its norm; <see cref="Use"/> and the initialisation go over them.</summary>
    public abstract IEnumerable<Layer> Layers { get; }

    /// <summary>Draws the dropout masks; null = no dropout, as in translation.</summary>
    public TensorRandom? DropoutSource { get; set; }

    /// <summary>The style of the translations: <c>[N,K]</c> or <c>[1,K]</c>, see <see cref="StyleShift.Style"/>; ignored where <see cref="GeneratorShape.StyleLength"/> is 0.</summary>
    public Tensor? Style
    {
        get;
        set
        {
            field = value;
            foreach (var layer in Layers)
            {
                layer.Style?.Style = value;
            }
        }
    }

    public NormMode Mode
    {
        get;
        set
        {
            field = value;
            foreach (var layer in Layers)
            {
                layer.Norm?.Mode = value;
            }
        }
    }

    /// <summary>Builds the network that a shape describes, with uninitialised weights.</summary>
    public static GeneratorNetwork Create(GeneratorShape shape) => shape.Kind switch
    {
        GeneratorKind.UNet => new UNet(shape),
        _ => new ResNet(shape),
    };

    /// <summary>Chooses the arithmetic of all convolutions: float32 or bfloat16.</summary>
    public void Use(ScalarType arithmetic)
    {
        foreach (var layer in Layers)
        {
            layer.Convolution.Arithmetic = arithmetic;
        }
    }

    public sealed override Tensor forward(Tensor input) => Translate(input, out _);

    /// <summary>A translation together with what the network made of the picture where its sides are smallest.</summary>
    /// <param name="input"><c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <param name="bottleneck"><c>[N,Channels,H,W]</c> over <see cref="GeneratorShape.SideMultiple"/>: a U-Net's innermost convolution, a ResNet's last block; in the arithmetic of the convolutions.</param>
    public abstract Tensor Translate(Tensor input, out Tensor bottleneck);

    /// <summary>Frees what a stage made on its way to its answer; autograd keeps what it needs by itself. Over many pictures at once that is most of the memory.</summary>
    protected static Tensor Kept(Func<Tensor> stage)
    {
        using var scope = NewDisposeScope();
        return stage().MoveToOuterDisposeScope();
    }

    protected Tensor Dropout(Tensor x)
    {
        if (DropoutSource is null || Shape.Dropout == 0)
        {
            return x;
        }

        var kept = 1 - Shape.Dropout;
        return x * DropoutSource.Mask(x, kept).Times(1 / kept);
    }
}
