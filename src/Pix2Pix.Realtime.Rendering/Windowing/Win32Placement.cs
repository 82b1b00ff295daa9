using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>WINDOWPLACEMENT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Win32Placement
{
    public uint Length;
    public uint Flags;
    public uint Show;
    public Win32Point Minimised;
    public Win32Point Maximised;
    public Win32Rect Normal;
}
