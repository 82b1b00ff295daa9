using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary><c>XIRawEvent</c>: what a device reported, whichever window has the pointer.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XRawEvent
{
    public int Type;
    public nuint Serial;
    public int IsSent;
    public nint Display;
    public int Extension;
    public int Kind;
    public nuint Time;
    public int Device;
    public int Source;
    public int Detail;
    public int Flags;
    public int MaskLength;

    /// <summary>A bit for each number that the event has.</summary>
    public byte* Mask;

    /// <summary>The numbers whose bits are set, in their order.</summary>
    public double* Values;
    public double* RawValues;
}
