using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>
/// The weights of a transposed convolution that exactly doubles the sides, each tap named by the output pixel that it reaches. With kernel 4, stride 2 and
/// padding 1, output row 2p sees input rows p-1 and p through taps 3 and 1, and row 2p+1 sees rows p and p+1 through taps 2 and 0; columns alike. A kernel of 3
/// with output padding 1 is one of 4 whose last tap is zero.
/// </summary>
internal sealed class TransposedWindow
{
    private const int Kernel = 4;

    private readonly WeightTensor _weight;
    private readonly int _kernel;

    private TransposedWindow(WeightTensor weight)
    {
        _weight = weight;
        _kernel = weight.Dims[2];
    }

    public int Inputs => _weight.Dims[0];

    public int Outputs => _weight.Dims[1];

    /// <summary>The window of a node; null where the node is no such convolution.</summary>
    public static TransposedWindow? Of(NodeProto node, GraphRewrite graph)
    {
        if (node.OpType != "ConvTranspose" || node.ReadText("auto_pad") is not ("" or "NOTSET") || node.Attribute.Any(attribute => attribute.Name == "output_shape")
            || node.ReadInt("group", 1) != 1 || graph.Floats(node.Input[1]) is not { Dims: [_, _, var kernel, var columns] } weight || kernel != columns)
        {
            return null;
        }

        var doubles = node.ReadInts("strides", 1, 1).SequenceEqual([2L, 2]) && node.ReadInts("dilations", 1, 1).SequenceEqual([1L, 1])
            && node.ReadInts("pads", 0, 0, 0, 0).SequenceEqual([1L, 1, 1, 1]) && node.ReadInts("output_padding", 0, 0).SequenceEqual([Kernel - kernel, (long)(Kernel - kernel)]);
        return doubles && kernel is Kernel or (Kernel - 1) ? new TransposedWindow(weight) : null;
    }

    /// <summary>The kernel <c>[out,in,2,2]</c> of one convolution that makes the output pixels of one parity.</summary>
    /// <param name="row">0 for even output rows, 1 for odd ones.</param>
    /// <param name="column">The same for columns.</param>
    public WeightTensor Phase(int row, int column)
    {
        var values = new float[Outputs * Inputs * 4];
        Fill(values, row, column);
        return new WeightTensor([Outputs, Inputs, 2, 2], values);
    }

    /// <summary>The kernels of all four, <c>[4·out,in,2,2]</c>: odd rows and columns before even ones.</summary>
    public WeightTensor AllPhases()
    {
        var count = Outputs * Inputs * 4;
        var values = new float[4 * count];
        for (var phase = 0; phase < 4; phase++)
        {
            Fill(values.AsSpan(phase * count, count), 1 - (phase / 2), 1 - (phase % 2));
        }

        return new WeightTensor([4 * Outputs, Inputs, 2, 2], values);
    }

    private void Fill(Span<float> values, int row, int column)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y, input, output) = (i % 2, i / 2 % 2, i / 4 % Inputs, i / 4 / Inputs);
            var (tapRow, tapColumn) = (3 - row - (2 * y), 3 - column - (2 * x));
            values[i] = tapRow < _kernel && tapColumn < _kernel
                ? _weight.Values[(((((input * Outputs) + output) * _kernel) + tapRow) * _kernel) + tapColumn]
                : 0f;
        }
    }
}
