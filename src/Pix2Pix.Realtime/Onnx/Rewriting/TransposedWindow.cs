using Onnx;

namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>
/// The weights of a transposed convolution that multiplies the sides by an even stride S, with kernel 2S and padding S/2, each tap named by the output pixel that it reaches: of the S output rows
/// of input row p the first half sees rows p-1 and p, the second half rows p and p+1; columns alike. A stride of 2 doubles the sides: output row 2p sees its two rows through taps 3 and 1, row
/// 2p+1 through taps 2 and 0. A kernel of 3 with output padding 1 is one of 4 whose last tap is zero.
/// </summary>
internal sealed class TransposedWindow
{
    private readonly WeightTensor _weight;
    private readonly int _kernel;

    private TransposedWindow(WeightTensor weight)
    {
        _weight = weight;
        _kernel = weight.Dims[2];
        Stride = (_kernel + 1) / 2;
    }

    /// <summary>Output pixels from one input pixel's to the next one's; even.</summary>
    public int Stride { get; }

    public int Half => Stride / 2;

    private int Inputs => _weight.Dims[0];

    private int Outputs => _weight.Dims[1];

    /// <summary>The window of a node; null where the node is no such convolution.</summary>
    public static TransposedWindow? Of(NodeProto node, GraphRewrite graph)
    {
        if (node.OpType != "ConvTranspose" || node.ReadText("auto_pad") is not ("" or "NOTSET") || node.Attribute.Any(attribute => attribute.Name == "output_shape")
            || node.ReadInt("group", 1) != 1 || graph.Floats(node.Input[1]) is not { Dims: [_, _, var kernel, var columns] } weight || kernel != columns)
        {
            return null;
        }

        var window = new TransposedWindow(weight);
        var (stride, half, missing) = ((long)window.Stride, (long)window.Half, (2L * window.Stride) - kernel);
        var multiplies = node.ReadInts("strides", 1, 1).SequenceEqual([stride, stride]) && node.ReadInts("dilations", 1, 1).SequenceEqual([1L, 1])
            && node.ReadInts("pads", 0, 0, 0, 0).SequenceEqual([half, half, half, half]) && node.ReadInts("output_padding", 0, 0).SequenceEqual([missing, missing]);
        return multiplies && (kernel == 3 || kernel % 4 == 0) ? window : null;
    }

    /// <summary>The kernels <c>[(S/2)²·out,in,2,2]</c> of one convolution that makes the output pixels that see the same four input pixels, by row and column.</summary>
    /// <param name="row">0 for the first half of the rows, 1 for the second.</param>
    /// <param name="column">The same for columns.</param>
    public WeightTensor Part(int row, int column) => Phases(Half, (y, x) => ((row * Half) + y, (column * Half) + x));

    /// <summary>The kernels of all, <c>[S²·out,in,2,2]</c>: the second half of the rows and columns before the first.</summary>
    public WeightTensor AllPhases() => Phases(Stride, (y, x) => ((y + Half) % Stride, (x + Half) % Stride));

    private WeightTensor Phases(int side, Func<int, int, (int Row, int Column)> place)
    {
        var count = Outputs * Inputs * 4;
        var values = new float[side * side * count];
        for (var phase = 0; phase < side * side; phase++)
        {
            var (row, column) = place(phase / side, phase % side);
            Fill(values.AsSpan(phase * count, count), row, column);
        }

        return new WeightTensor([side * side * Outputs, Inputs, 2, 2], values);
    }

    private void Fill(Span<float> values, int row, int column)
    {
        var (firstRow, firstColumn) = (First(row), First(column));
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y, input, output) = (i % 2, i / 2 % 2, i / 4 % Inputs, i / 4 / Inputs);
            var (tapRow, tapColumn) = (firstRow - (Stride * y), firstColumn - (Stride * x));
            values[i] = tapRow < _kernel && tapColumn < _kernel
                ? _weight.Values[(((((input * Outputs) + output) * _kernel) + tapRow) * _kernel) + tapColumn]
                : 0f;
        }
    }

    /// <summary>The tap through which an output row sees the first of its two input rows; the second comes a stride earlier.</summary>
    private int First(int row) => row < Half ? row + Stride + Half : row + Half;
}
