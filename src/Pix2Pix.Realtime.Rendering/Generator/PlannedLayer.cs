using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>One step of a translation, as the GPU will do it.</summary>
/// <param name="Name">The graph's name of the node that asked for it.</param>
/// <param name="Reads">The tensors that it reads.</param>
internal abstract record PlannedLayer(string Name, IReadOnlyList<TensorPart> Reads);

/// <summary>A convolution of any kind, whose result is written as it is.</summary>
/// <param name="Result">The tensor that it writes.</param>
/// <param name="InputHeight">Rows of what it reads.</param>
/// <param name="InputWidth">Columns.</param>
/// <param name="OutputHeight">Rows of what it writes.</param>
/// <param name="OutputWidth">Columns.</param>
/// <param name="OutputChannels">Channels of what it writes.</param>
/// <param name="Taps">Which pixels it multiplies with what.</param>
/// <param name="Bias">One number an output channel; where phases have biases of their own, phase by phase.</param>
/// <param name="IsMirrored">Whether what lies outside the picture is its mirror image; else it is 0.</param>
/// <param name="HasTanh">Whether the hyperbolic tangent is written instead.</param>
internal sealed record PlannedConvolution(
    string Name, IReadOnlyList<TensorPart> Reads, int Result, int InputHeight, int InputWidth, int OutputHeight, int OutputWidth, int OutputChannels,
    ConvolutionTaps Taps, float[] Bias, bool IsMirrored, bool HasTanh = false) : PlannedLayer(Name, Reads)
{
    /// <summary>How a style moves the bias; null = not at all, and <see cref="Bias"/> is the neutral one.</summary>
    public StyledBias? Styled { get; init; }

    public int InputGroups => Reads.Sum(part => part.Groups);

    public int OutputGroups => TensorPart.GroupsOf(OutputChannels);

    /// <summary>Groups of output channels that one round computes: those of every phase that it holds.</summary>
    public int RoundGroups => OutputGroups * Taps.PhasesPerRound;

    /// <summary>The weights' size in the GPU's memory, in <c>vec4</c>s.</summary>
    public long KernelVectors => (long)Taps.Rounds.Sum(round => round.Count) * InputGroups * TensorPart.GroupSize * RoundGroups;

    /// <summary>The bias as the shader reads it.</summary>
    /// <returns><c>[phase][output channel, filled up]</c>.</returns>
    public float[] PackBias()
    {
        var packed = new float[Taps.Phases.Count * OutputGroups * TensorPart.GroupSize];
        PackBias(Bias, packed);
        return packed;
    }

    /// <summary>The same of another bias into existing memory.</summary>
    public void PackBias(ReadOnlySpan<float> bias, Span<float> packed)
    {
        var stride = OutputGroups * TensorPart.GroupSize;
        for (var phase = 0; phase < Taps.Phases.Count; phase++)
        {
            var start = bias.Length == OutputChannels ? 0 : phase * OutputChannels;
            bias.Slice(start, OutputChannels).CopyTo(packed[(phase * stride)..]);
        }
    }

    /// <summary>Multiplications and additions that the graph's own weights need, counted as two.</summary>
    public long Operations => 2L * Reads.Sum(part => part.Channels) * OutputChannels * Taps.TapsPerBlock * (OutputHeight / Taps.OutputStride) * (OutputWidth / Taps.OutputStride);
}

/// <summary>Looks at a tensor and writes what brings each channel to the norm's scale and shift.</summary>
/// <param name="Norm">The norm that it writes.</param>
/// <param name="Pixels">Of the tensor.</param>
/// <param name="Scale">One number a channel.</param>
/// <param name="Shift">One number a channel.</param>
internal sealed record PlannedNorm(string Name, TensorPart Read, int Norm, int Pixels, float[] Scale, float[] Shift, float Epsilon) : PlannedLayer(Name, [Read])
{
    /// <summary>How a style moves the shift; null = not at all, and <see cref="Shift"/> is the neutral one.</summary>
    public StyledBias? Styled { get; init; }
}

/// <summary>Adds two tensors.</summary>
/// <param name="Result">The tensor that it writes.</param>
/// <param name="Pixels">Of each.</param>
internal sealed record PlannedAddition(string Name, TensorPart First, TensorPart Second, int Result, int Pixels) : PlannedLayer(Name, [First, Second]);
