using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>MSG.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Win32Message
{
    public nint Window;
    public uint Message;
    public nuint W;
    public nint L;
    public uint Time;
    public Win32Point Point;
    public uint Private;
}
