using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.App.Processes;

/// <summary>
/// The heap of native code in a program that runs for hours. Each generator that takes another's place allocates its weights and frees the other's, in blocks of
/// 100 kB to some MB. glibc serves such blocks from the system at first, but after the first one that is freed it takes blocks of that size, up to 32 MB, from
/// its own heaps, where what is freed stays between what is in use: after 60 swaps of the included generator 261 MB for 81 MB in use.
/// </summary>
internal static unsafe class NativeHeap
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MostArenas = -8;

    /// <summary>glibc's own first threshold; once it is set, it stays.</summary>
    private const int LargeBlock = 128 * 1024;

    /// <summary>Large blocks go back to the system as soon as they are freed. Call it before native code has allocated much. Other C libraries than glibc do as they do.</summary>
    public static void ReturnLargeBlocks()
    {
        if (NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "mallopt", out var address))
        {
            var set = (delegate* unmanaged<int, int, int>)address;
            _ = set(MapThreshold, LargeBlock);
            _ = set(TrimThreshold, LargeBlock);

            // Generators are loaded on whichever thread is free: each could leave its own heap behind.
            _ = set(MostArenas, 2);
        }
    }
}
