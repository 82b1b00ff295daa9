using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Memory between two pages that nobody may touch: one byte before it or behind it ends the process. Linux.</summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int None = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _mapped;
    private readonly nuint _length;

    /// <param name="bytes">At least; rounded up to whole pages.</param>
    public GuardedMemory(int bytes)
    {
        var page = Environment.SystemPageSize;
        Length = (bytes + page - 1) / page * page;
        _length = (nuint)(Length + (2 * page));
        _mapped = (byte*)Map(null, _length, None, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_mapped);
        Start = _mapped + page;
        Assert.Equal(0, Protect(Start, (nuint)Length, ReadWrite));
    }

    /// <summary>How many bytes may be touched.</summary>
    public int Length { get; }

    /// <summary>The first of them.</summary>
    public byte* Start { get; }

    /// <summary>The last <paramref name="bytes"/>: the next one is guarded.</summary>
    public byte* Tail(long bytes) => Start + Length - bytes;

    public void Dispose() => _ = Unmap(_mapped, _length);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);
}
