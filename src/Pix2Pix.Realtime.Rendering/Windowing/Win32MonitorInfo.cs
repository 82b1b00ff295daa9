using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>MONITORINFOEXW.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Win32MonitorInfo
{
    public uint Size;
    public Win32Rect Monitor;
    public Win32Rect Work;
    public uint Flags;
    public fixed char Device[32];
}
