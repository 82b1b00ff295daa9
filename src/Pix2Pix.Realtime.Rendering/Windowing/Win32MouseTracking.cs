using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>TRACKMOUSEEVENT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Win32MouseTracking
{
    public uint Size;
    public uint Flags;
    public nint Window;
    public uint HoverTime;
}
