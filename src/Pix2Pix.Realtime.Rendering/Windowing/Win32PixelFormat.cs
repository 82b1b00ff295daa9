using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>PIXELFORMATDESCRIPTOR.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal struct Win32PixelFormat
{
    [FieldOffset(0)]
    public ushort Size;

    [FieldOffset(2)]
    public ushort Version;

    [FieldOffset(4)]
    public uint Flags;

    [FieldOffset(9)]
    public byte ColorBits;

    [FieldOffset(16)]
    public byte AlphaBits;
}
