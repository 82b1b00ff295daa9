using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Xlib's <c>XEvent</c>, of which only the generic form of extensions matters here.</summary>
[StructLayout(LayoutKind.Sequential, Size = 24 * sizeof(long))]
internal struct XEvent
{
    public int Type;
    public nuint Serial;
    public int IsSent;
    public nint Display;
    public int Extension;
    public int Kind;
    public uint Cookie;
    public nint Data;
}
