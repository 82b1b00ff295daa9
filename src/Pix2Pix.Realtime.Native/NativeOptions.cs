using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_options</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeOptions
{
    public uint StructSize;
    public int Provider;
    public int Threads;
    public int Width;
    public int Height;
}
