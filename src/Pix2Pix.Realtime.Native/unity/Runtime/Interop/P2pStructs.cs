using System;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Unity.Interop
{
    /// <summary>The header's p2p_status.</summary>
    public enum P2pStatus
    {
        Ok = 0,
        InvalidArgument = 1,
        InvalidHandle = 2,
        NoGenerator = 3,
        BadGenerator = 4,
        Failed = 5,
        NothingNew = 6,
        NoContext = 7,
        Cancelled = 8,
    }

    /// <summary>The header's p2p_options.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct P2pOptions
    {
        public uint StructSize;
        public int Provider;
        public int Threads;
        public int Width;
        public int Height;
    }

    /// <summary>The header's p2p_info.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct P2pInfo
    {
        public uint StructSize;
        public int Width;
        public int Height;
        public int InputChannels;
        public int OutputChannels;
        public int OutputWidth;
        public int OutputHeight;
        public int Reserved;
        public long Step;
    }

    /// <summary>The header's p2p_image.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct P2pImage
    {
        public const uint BottomUp = 1;

        public uint StructSize;
        public uint Flags;
        public int Width;
        public int Height;
        public long Stride;
        public IntPtr Pixels;
        public int Format;
    }

    /// <summary>The header's p2p_style_value; names are UTF-8, ended by 0.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct P2pStyleValue
    {
        public uint StructSize;
        public float Min;
        public float Max;
        public float Neutral;

        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 48)]
        public byte[] Name;

        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)]
        public byte[] Label;
    }

    /// <summary>The header's p2p_stats.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct P2pStats
    {
        public uint StructSize;
        public uint Loads;
        public ulong Translated;
        public ulong Submitted;
        public ulong Dropped;
        public double LastMilliseconds;
        public double MeanMilliseconds;
    }
}
