using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>One pixel that a phase looks at, and the weights for it.</summary>
/// <param name="Y">Rows from <c>InputStride * q</c>.</param>
/// <param name="X">Columns.</param>
/// <param name="Rows">The kernel's rows whose sum is the weight.</param>
/// <param name="Columns">And its columns.</param>
internal readonly record struct Tap(int Y, int X, IReadOnlyList<int> Rows, IReadOnlyList<int> Columns);

/// <summary>
/// Convolution, transposed convolution and up-sampling with a convolution as one thing: the output is cut into phases, each of which takes
/// every <see cref="OutputStride"/>-th pixel and is a plain convolution with taps of its own. No zero is ever multiplied.
/// </summary>
/// <param name="InputStride">Input pixels from one output pixel of a phase to the next.</param>
/// <param name="OutputStride">Output pixels likewise; its square is the number of phases.</param>
/// <param name="Phases">By row, then by column: the taps of each.</param>
/// <param name="Kernel">The graph's weights.</param>
/// <param name="IsTransposed">Whether the kernel is <c>[in,out,h,w]</c>; else it is <c>[out,in,h,w]</c>.</param>
internal sealed record ConvolutionTaps(int InputStride, int OutputStride, IReadOnlyList<IReadOnlyList<Tap>> Phases, WeightTensor Kernel, bool IsTransposed)
{
    private const int MostJoinedGroups = 1;

    /// <summary>Whether each phase has output channels of its own in the kernel, one phase after the other; else all have the same.</summary>
    public bool HasKernelPerPhase { get; init; }

    /// <summary>
    /// Whether all phases are computed side by side, as if they were channels: for few output channels, where what was read serves all of them. What a phase
    /// does not look at has the weight 0 then.
    /// </summary>
    public bool IsJoined { get; init; }

    /// <summary>The taps that are read each time the picture is gone through: once for every phase, or once for all.</summary>
    public IReadOnlyList<IReadOnlyList<Tap>> Rounds => IsJoined ? [[.. Phases.SelectMany(phase => phase).DistinctBy(tap => (tap.Y, tap.X))]] : Phases;

    /// <summary>Phases that one round computes.</summary>
    public int PhasesPerRound => IsJoined ? Phases.Count : 1;

    /// <summary>Taps of all phases together: what a block of <see cref="OutputStride"/> squared output pixels costs.</summary>
    public int TapsPerBlock => Phases.Sum(phase => phase.Count);

    public static ConvolutionTaps Plain(WeightTensor kernel, int stride, int top, int left) =>
        new(stride, 1, [Cross(AxisTap.Convolution(kernel.Dims[2], top), AxisTap.Convolution(kernel.Dims[3], left))], kernel, IsTransposed: false);

    public static ConvolutionTaps Transposed(WeightTensor kernel, int stride, int top, int left) => new(1, stride, ByPhase(stride,
        phase => AxisTap.Transposed(kernel.Dims[2], stride, top, phase), phase => AxisTap.Transposed(kernel.Dims[3], stride, left, phase)), kernel, IsTransposed: true);

    public static ConvolutionTaps Doubled(WeightTensor kernel, int top, int left) => new(1, 2, ByPhase(2,
        phase => AxisTap.Doubled(kernel.Dims[2], top, phase), phase => AxisTap.Doubled(kernel.Dims[3], left, phase)), kernel, IsTransposed: false);

    /// <summary>The same, joined where that is quicker for so many output channels.</summary>
    public ConvolutionTaps ForChannels(int outputs) => this with { IsJoined = Phases.Count > 1 && TensorPart.GroupsOf(outputs) <= MostJoinedGroups };

    /// <summary>The weights as the shader reads them.</summary>
    /// <param name="parts">Channels of each part of the input.</param>
    /// <param name="outputs">Output channels.</param>
    /// <returns><c>[tap][input channel, each part filled up to whole groups][phase of the round][output channel, filled up]</c>; the filling is 0.</returns>
    public float[] Pack(IEnumerable<int> parts, int outputs)
    {
        var places = new List<int>();
        var depth = 0;
        foreach (var channels in parts)
        {
            places.AddRange(Enumerable.Range(depth, channels));
            depth += TensorPart.GroupsOf(channels) * TensorPart.GroupSize;
        }

        var stride = TensorPart.GroupsOf(outputs) * TensorPart.GroupSize;
        var width = PhasesPerRound * stride;
        var packed = new float[checked(Rounds.Sum(round => round.Count) * depth * width)];
        var start = 0;
        for (var round = 0; round < Rounds.Count; round++)
        {
            foreach (var tap in Rounds[round])
            {
                for (var side = 0; side < PhasesPerRound; side++)
                {
                    var phase = IsJoined ? side : round;
                    foreach (var own in Phases[phase].Where(own => (own.Y, own.X) == (tap.Y, tap.X)))
                    {
                        Pack(own, HasKernelPerPhase ? phase * outputs : 0, outputs, places, packed.AsSpan(start + (side * stride)), width);
                    }
                }

                start += depth * width;
            }
        }

        return packed;
    }

    private void Pack(Tap tap, int first, int outputs, List<int> places, Span<float> into, int width)
    {
        for (var input = 0; input < places.Count; input++)
        {
            var row = into.Slice(places[input] * width, outputs);
            for (var output = 0; output < outputs; output++)
            {
                row[output] = Weight(input, first + output, tap);
            }
        }
    }

    private float Weight(int input, int output, Tap tap)
    {
        var (height, width) = (Kernel.Dims[2], Kernel.Dims[3]);
        var plane = (IsTransposed ? (input * Kernel.Dims[1]) + output : (output * Kernel.Dims[1]) + input) * height * width;
        var sum = 0f;
        foreach (var y in tap.Rows)
        {
            foreach (var x in tap.Columns)
            {
                sum += Kernel.Values[plane + (y * width) + x];
            }
        }

        return sum;
    }

    private static List<IReadOnlyList<Tap>> ByPhase(int stride, Func<int, IReadOnlyList<AxisTap>> rows, Func<int, IReadOnlyList<AxisTap>> columns) =>
        [.. from y in Enumerable.Range(0, stride) from x in Enumerable.Range(0, stride) select Cross(rows(y), columns(x))];

    private static IReadOnlyList<Tap> Cross(IReadOnlyList<AxisTap> rows, IReadOnlyList<AxisTap> columns) =>
        [.. from row in rows from column in columns select new Tap(row.Offset, column.Offset, row.Places, column.Places)];
}
