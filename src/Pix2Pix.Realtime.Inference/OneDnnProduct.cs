using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// A large product in oneDNN, where its shared library is installed (Debian's package libdnnl2). It takes as many threads as OpenMP gives it: all processors, unless OMP_NUM_THREADS
/// says otherwise.
/// </summary>
internal sealed unsafe class OneDnnProduct : ILargeProduct
{
    private const int Alignment = 64;

    private static readonly string[] LibraryNames = ["libdnnl.so.3", "libdnnl.so.2"];

    private readonly ProductShape _shape;
    private readonly delegate* unmanaged<byte, byte, long, long, long, float, void*, long, void*, long, float, void*, long, int> _ofFloats;
    private readonly delegate* unmanaged<byte, byte, byte, long, long, long, float, void*, long, byte, void*, long, sbyte, float, void*, long, int*, int> _ofBytes;
    private readonly void* _left;
    private readonly void* _right;
    private readonly void* _result;

    private OneDnnProduct(ProductShape shape, nint library, bool isBytes)
    {
        _shape = shape;
        if (isBytes)
        {
            _ofBytes = (delegate* unmanaged<byte, byte, byte, long, long, long, float, void*, long, byte, void*, long, sbyte, float, void*, long, int*, int>)NativeLibrary.GetExport(library, "dnnl_gemm_u8s8s32");
        }
        else
        {
            _ofFloats = (delegate* unmanaged<byte, byte, long, long, long, float, void*, long, void*, long, float, void*, long, int>)NativeLibrary.GetExport(library, "dnnl_sgemm");
        }

        var size = isBytes ? sizeof(byte) : sizeof(float);
        _left = Zeros(shape.Rows * shape.Inner * size);
        _right = Zeros(shape.Inner * shape.Columns * size);
        _result = Zeros(shape.Rows * shape.Columns * sizeof(float));
        Name = $"oneDNN, product {shape}";
    }

    public string Name { get; }

    public double Count => _shape.Count;

    /// <summary>A product of float32; null where the library is not installed.</summary>
    public static OneDnnProduct? OfFloats(ProductShape shape) => Library() is { } library ? new OneDnnProduct(shape, library, isBytes: false) : null;

    /// <summary>A product of unsigned by signed bytes, summed in 32 bits; null where the library is not installed.</summary>
    public static OneDnnProduct? OfBytes(ProductShape shape) => Library() is { } library ? new OneDnnProduct(shape, library, isBytes: true) : null;

    /// <exception cref="InvalidOperationException">The library answers with an error.</exception>
    public void Run()
    {
        const byte no = (byte)'N';
        const byte fixedOffset = (byte)'F';
        var (m, k, n) = ((long)_shape.Rows, (long)_shape.Inner, (long)_shape.Columns);
        var noOffset = 0;
        var status = _ofBytes is not null
            ? _ofBytes(no, no, fixedOffset, m, n, k, 1, _left, k, 0, _right, n, 0, 0, _result, n, &noOffset)
            : _ofFloats(no, no, m, n, k, 1, _left, k, _right, n, 0, _result, n);
        if (status != 0)
        {
            throw new InvalidOperationException($"oneDNN answered {status} to a product of {_shape}.");
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_left);
        NativeMemory.AlignedFree(_right);
        NativeMemory.AlignedFree(_result);
    }

    private static nint? Library()
    {
        foreach (var name in LibraryNames)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return library;
            }
        }

        return null;
    }

    private static void* Zeros(int bytes)
    {
        var memory = NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        NativeMemory.Clear(memory, (nuint)bytes);
        return memory;
    }
}
