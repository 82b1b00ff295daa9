using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Windows' <c>POINTER_PEN_INFO</c>: what a pen told with a pointer message.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Win32PenInfo
{
    public uint PointerType;
    public uint Pointer;
    public uint Frame;
    public uint PointerFlags;
    public nint Device;
    public nint Window;
    public Win32Point Pixel;
    public Win32Point Himetric;
    public Win32Point RawPixel;
    public Win32Point RawHimetric;
    public uint Time;
    public uint HistoryCount;
    public int InputData;
    public uint KeyStates;
    public ulong PerformanceCount;
    public int ButtonChange;
    public uint PenFlags;
    public uint PenMask;

    /// <summary>0..1024.</summary>
    public uint Pressure;
    public uint Rotation;
    public int TiltX;
    public int TiltY;
}
