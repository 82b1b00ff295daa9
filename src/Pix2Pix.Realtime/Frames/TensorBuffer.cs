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

    /// <summary>Allocates the memory; all values are 0.</summary>
    /// <param name="shape">Each dimension at least 1.</param>
    public TensorBuffer(FrameShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Count);
        Shape = shape;
        _values = (float*)NativeMemory.AlignedAlloc((nuint)shape.Count * sizeof(float), Alignment);
        Values.Clear();
    }

    /// <summary>The tensor's shape; it never changes.</summary>
    public FrameShape Shape { get; }

    /// <summary>Set by the writer before it publishes the buffer.</summary>
    internal FrameStamp Stamp { get; set; }

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

    /// <summary>Frees the memory. Every generator that was given this buffer is disposed first; a second call does nothing.</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_values);
        _values = null;
    }
}
