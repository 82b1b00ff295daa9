using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_image</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeImage
{
    public const uint BottomUp = 1;
    public const int Rgba8 = 0;
    public const int RgbaFloat = 1;

    public uint StructSize;
    public uint Flags;
    public int Width;
    public int Height;
    public long Stride;
    public void* Pixels;
    public int Format;

    public readonly int BytesPerPixel => Format == RgbaFloat ? 4 * sizeof(float) : 4;

    /// <summary>Writes the caller's rows into a tensor of the same size.</summary>
    public readonly void Encode(TensorBuffer tensor)
    {
        for (var y = 0; y < Height; y++)
        {
            if (Format == RgbaFloat)
            {
                PixelPlanes.Encode(Row<float>(y), tensor.Values, tensor.Shape, y * Width);
            }
            else
            {
                PixelPlanes.Encode(Row<byte>(y), tensor.Values, tensor.Shape, y * Width);
            }
        }
    }

    /// <summary>Overwrites the caller's rows with a tensor of the same size.</summary>
    public readonly void Decode(TensorBuffer tensor)
    {
        for (var y = 0; y < Height; y++)
        {
            if (Format == RgbaFloat)
            {
                PixelPlanes.Decode(tensor.Values, tensor.Shape, y * Width, Row<float>(y));
            }
            else
            {
                PixelPlanes.Decode(tensor.Values, tensor.Shape, y * Width, Row<byte>(y));
            }
        }
    }

    // Counted from the picture's top, wherever that lies in memory.
    private readonly Span<T> Row<T>(int y) where T : unmanaged =>
        new((byte*)Pixels + (Stride * ((Flags & BottomUp) != 0 ? Height - 1 - y : y)), Width * 4);
}
