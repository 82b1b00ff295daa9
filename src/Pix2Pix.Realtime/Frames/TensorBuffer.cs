using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Frames;

/// <summary>
/// One picture as a tensor in memory that never moves: <c>[1,C,H,W] float32, planar RGB, -1..1, row 0 = top</c>.
/// The memory is shared with ONNX Runtime by address, so the buffer must outlive every binding made over it.
/// Thread contract: one owner at a time; <see cref="LatestExchange{T}"/> passes the ownership on.
/// </summary>
public sealed unsafe class TensorBuffer : IDisposable
{
    /// <summary>Bytes; a cache line, and enough for every vector load.</summary>
    private const int Alignment = 64;
    private float* _values;

    public TensorBuffer(FrameShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Count);
        Shape = shape;
        _values = (float*)NativeMemory.AlignedAlloc((nuint)shape.Count * sizeof(float), Alignment);
        Values.Clear();
    }

    public FrameShape Shape { get; }

    /// <summary>Set by the writer before it publishes the buffer.</summary>
    public FrameStamp Stamp { get; set; }

    /// <summary>All values, channel by channel, each channel row by row from the top.</summary>
    public Span<float> Values
    {
        get
        {
            ObjectDisposedException.ThrowIf(_values is null, this);
            return new Span<float>(_values, Shape.Count);
        }
    }

    /// <summary>The first value's address, aligned to 64 bytes; valid until <see cref="Dispose"/>.</summary>
    public nint Address => (nint)_values;

    public void Dispose()
    {
        NativeMemory.AlignedFree(_values);
        _values = null;
    }
}
