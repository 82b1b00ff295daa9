using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The members of DEVMODEW that a monitor's mode has.</summary>
[StructLayout(LayoutKind.Explicit, Size = 220)]
internal struct Win32DisplayMode
{
    [FieldOffset(68)]
    public ushort Size;

    [FieldOffset(184)]
    public uint Frequency;
}
