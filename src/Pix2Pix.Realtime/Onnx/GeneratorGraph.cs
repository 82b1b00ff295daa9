using Onnx;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>
/// Writes a trained generator as an ONNX graph: input <c>input [1,C,H,W]</c>, output <c>output [1,C,H,W]</c>, both float32, -1..1; with styles also an input
/// <c>style [1,K]</c> float32, in the units of its definition, that may be left out: it is neutral then.
/// </summary>
internal static class GeneratorGraph
{
    /// <param name="shape">The generator's layers.</param>
    /// <param name="height">Rows of the picture that the graph is fixed to.</param>
    /// <param name="width">Columns.</param>
    /// <param name="weights">By the names that <see cref="GeneratorShape"/>'s remarks give; others are left out.</param>
    /// <param name="style">What the style's numbers mean, as many as the shape says; null where it has none.</param>
    /// <returns>The graph without metadata.</returns>
    /// <exception cref="UserException">A side does not fit the shape, or a weight is missing, has another shape or is not finite.</exception>
    public static ModelProto Build(GeneratorShape shape, int height, int width, IReadOnlyDictionary<string, WeightTensor> weights, StyleDefinition? style = null)
    {
        var multiple = shape.SideMultiple;
        if (height <= 0 || width <= 0 || height % multiple != 0 || width % multiple != 0)
        {
            throw new UserException($"Expected sides that are multiples of {multiple}, found {width}x{height}; choose another size or a smaller depth.");
        }

        if (shape.StyleLength != (style?.Count ?? 0))
        {
            throw new ArgumentException($"Expected a definition of {shape.StyleLength} numbers, found {style?.Count ?? 0}.", nameof(style));
        }

        return shape.Kind switch
        {
            GeneratorKind.UNet => UNetGraph.Build(shape, height, width, weights, style),
            _ => ResNetGraph.Build(shape, height, width, weights, style),
        };
    }
}
