using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>DISPLAY_DEVICEW.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Win32DisplayDevice
{
    public uint Size;
    public fixed char Name[32];
    public fixed char Description[128];
    public uint Flags;
    public fixed char Id[128];
    public fixed char Registry[128];
}
