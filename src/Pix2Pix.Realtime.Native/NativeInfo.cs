using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_info</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    public uint StructSize;
    public int Width;
    public int Height;
    public int InputChannels;
    public int OutputChannels;
    public int OutputWidth;
    public int OutputHeight;
    private readonly int _reserved;
    public long Step;
}
