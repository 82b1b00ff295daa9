using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>MINMAXINFO.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Win32Limits
{
    public Win32Point Reserved;
    public Win32Point MaximisedSize;
    public Win32Point MaximisedPlace;
    public Win32Point Smallest;
    public Win32Point Largest;
}
