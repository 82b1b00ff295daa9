using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_image</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeImage
{
    public const uint BottomUp = 1;

    public uint StructSize;
    public uint Flags;
    public int Width;
    public int Height;
    public long Stride;
    public byte* Pixels;

    /// <summary>Copies the caller's rows into a picture of the same size.</summary>
    public readonly void CopyTo(PixelImage picture)
    {
        for (var y = 0; y < Height; y++)
        {
            Row(y).CopyTo(picture.Row(y));
        }
    }

    /// <summary>Overwrites the caller's rows with a picture of the same size.</summary>
    public readonly void CopyFrom(PixelImage picture)
    {
        for (var y = 0; y < Height; y++)
        {
            picture.Row(y).CopyTo(Row(y));
        }
    }

    // Counted from the picture's top, wherever that lies in memory.
    private readonly Span<byte> Row(int y) => new(Pixels + (Stride * ((Flags & BottomUp) != 0 ? Height - 1 - y : y)), Width * 4);
}
