using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_stats</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeStats
{
    public uint StructSize;
    public uint Loads;
    public ulong Translated;
    public ulong Submitted;
    public ulong Dropped;
    public double LastMilliseconds;
    public double MeanMilliseconds;
}
