using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary><c>XIEventMask</c>: which events a client wants of a device.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XEventMask
{
    public int Device;
    public int Length;
    public byte* Mask;
}
