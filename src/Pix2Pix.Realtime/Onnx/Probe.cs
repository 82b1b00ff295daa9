using System.Globalization;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>
/// The parity check that travels inside a snapshot: a seed, from which both sides make the same input picture, and a few outputs as
/// the trainer's own network computed them. Every load computes them again and compares, so a wrong export, a cut or a
/// damaged file can't reach the canvas.
/// </summary>
/// <param name="Seed">Names the input picture.</param>
/// <param name="Outputs">The network's outputs at <see cref="Positions"/>, -1..1.</param>
internal sealed record Probe(ulong Seed, IReadOnlyList<float> Outputs)
{
    /// <summary>How many outputs a probe keeps; fewer where the output has fewer values.</summary>
    public const int OutputCount = 32;

    /// <summary>The probe of an answer.</summary>
    /// <param name="seed">The seed that <paramref name="output"/>'s input was made from.</param>
    /// <param name="output">The network's whole output for <see cref="Input"/>: <c>[1,C,H,W]</c>, -1..1.</param>
    public static Probe Of(ulong seed, ReadOnlySpan<float> output)
    {
        var positions = Positions(output.Length);
        var outputs = new float[positions.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = output[positions[i]];
        }

        return new Probe(seed, outputs);
    }

    /// <summary>The input picture of a seed: <c>[1,C,H,W] float32</c>, uniform noise in -1..1, the same on every machine.</summary>
    public static float[] Input(ulong seed, FrameShape shape)
    {
        var values = new float[shape.Count];
        FillInput(seed, values);
        return values;
    }

    /// <summary>Writes the same picture as <see cref="Input"/> into existing memory.</summary>
    /// <remarks>By <see cref="SplitMix64"/>; the upper 24 bits make a float without rounding.</remarks>
    public static void FillInput(ulong seed, Span<float> values)
    {
        var state = seed;
        foreach (ref var value in values)
        {
            value = ((SplitMix64.Next(ref state) >> 40) * (2f / (1 << 24))) - 1f;
        }
    }

    /// <summary>
    /// Where in the output the probe looks: one place in each of <see cref="OutputCount"/> equal stretches, all channels, rows and
    /// columns mixed.
    /// </summary>
    /// <param name="count">Number of values in the output.</param>
    public static int[] Positions(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var stretches = Math.Min(OutputCount, count);
        var positions = new int[stretches];
        for (var i = 0; i < stretches; i++)
        {
            var start = (long)count * i / stretches;
            var length = ((long)count * (i + 1) / stretches) - start;

            // The golden ratio's multiples spread over a stretch without ever lining up in one column.
            positions[i] = (int)(start + (long)(i * 0.618033988749895 % 1 * length));
        }

        return positions;
    }

    /// <summary>How far an answer is from the trainer's.</summary>
    /// <param name="output">The loaded network's whole output for <see cref="Input"/>, -1..1.</param>
    public ProbeError Compare(ReadOnlySpan<float> output)
    {
        var positions = Positions(output.Length);
        if (positions.Length != Outputs.Count)
        {
            return ProbeError.Worst;
        }

        var (largest, sum) = (0f, 0f);
        for (var i = 0; i < positions.Length; i++)
        {
            var error = MathF.Abs(output[positions[i]] - Outputs[i]);
            if (!float.IsFinite(error))
            {
                return ProbeError.Worst;
            }

            largest = MathF.Max(largest, error);
            sum += error;
        }

        return new ProbeError(largest, sum / positions.Length);
    }

    /// <summary>One line: the seed and the outputs, separated by spaces; <see cref="Parse"/> reads it back exactly.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Seed} {string.Join(' ', Outputs.Select(output => output.ToString("R", CultureInfo.InvariantCulture)))}");

    /// <exception cref="UserException">The text is no probe.</exception>
    public static Probe Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var outputs = new float[Math.Max(0, words.Length - 1)];
        var whole = words.Length > 1 & ulong.TryParse(words.FirstOrDefault(), CultureInfo.InvariantCulture, out var seed);
        for (var i = 0; i < outputs.Length; i++)
        {
            whole &= float.TryParse(words[i + 1], CultureInfo.InvariantCulture, out outputs[i]);
        }

        return whole ? new Probe(seed, outputs) : throw new UserException($"Expected a seed and outputs as the probe, found '{text}'.");
    }
}
