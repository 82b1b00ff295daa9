using System.Numerics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Gives a generator whose values run from 0 the -1..1 face that all others have. Thread contract: one thread at a time.</summary>
internal sealed class RangeAdapter : ITensorGenerator
{
    private readonly ITensorGenerator _inner;
    private readonly float _top;
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;

    /// <param name="inner">Taken over.</param>
    /// <param name="range">What <paramref name="inner"/>'s values run from and to; 0..1 or 0..255.</param>
    public RangeAdapter(ITensorGenerator inner, ValueRange range)
    {
        _inner = inner;
        _top = range == ValueRange.Byte ? 255f : 1f;
        _input = new TensorBuffer(inner.Info.Input);
        _output = new TensorBuffer(inner.Info.Output);
    }

    public GeneratorInfo Info => _inner.Info;

    public StyleInput? Style => _inner.Style;

    public void Translate(TensorBuffer input, TensorBuffer output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (input.Shape != Info.Input || output.Shape != Info.Output)
        {
            throw new ArgumentException($"Expected buffers of {Info.Input} and {Info.Output}, got {input.Shape} and {output.Shape}.", nameof(input));
        }

        Linear(input.Values, _input.Values, _top / 2f, _top / 2f);
        _inner.Translate(_input, _output);
        Linear(_output.Values, output.Values, 2f / _top, -1f);
    }

    public void Cancel() => _inner.Cancel();

    public void Dispose()
    {
        _inner.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private static void Linear(ReadOnlySpan<float> from, Span<float> to, float factor, float offset)
    {
        var source = MemoryMarshal.Cast<float, Vector<float>>(from);
        var target = MemoryMarshal.Cast<float, Vector<float>>(to);
        var (factors, offsets) = (new Vector<float>(factor), new Vector<float>(offset));
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = (source[i] * factors) + offsets;
        }

        for (var i = source.Length * Vector<float>.Count; i < from.Length; i++)
        {
            to[i] = (from[i] * factor) + offset;
        }
    }
}
