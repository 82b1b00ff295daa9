using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_options</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeOptions
{
    public uint StructSize;
    public int Provider;
    public int Threads;
    public int Width;
    public int Height;
}

/// <summary>The header's <c>p2p_info</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    public uint StructSize;
    public int Width;
    public int Height;
    public int InputChannels;
    public int OutputChannels;
    public long Step;
}

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

    /// <summary>One row of the picture, counted from its top: <c>4 * Width</c> bytes of RGBA.</summary>
    public readonly Span<byte> Row(int y) => new(Pixels + (Stride * ((Flags & BottomUp) != 0 ? Height - 1 - y : y)), Width * 4);
}
