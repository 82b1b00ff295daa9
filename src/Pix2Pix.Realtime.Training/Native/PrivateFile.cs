using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Training.Native;

/// <summary>Files of the cache whose code is run: whether one is what this program wrote, and whether only its own user may write it. Linux; any thread.</summary>
internal static partial class PrivateFile
{
    private const int CurrentFolder = -100;
    private const int DontFollowLinks = 0x100;
    private const uint KindModeAndOwner = 0x1 | 0x2 | 0x8;
    private const ushort KindMask = 0xf000;
    private const ushort OrdinaryFile = 0x8000;
    private const ushort OthersMayWrite = 0x12;

    /// <summary>Whether a file holds exactly these bytes, belongs to this user or to root, and may be written by nobody else.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> content) =>
        IsOwn(path) && DataFile.ReadBytes(path, long.MaxValue) is var found && content.SequenceEqual(found);

    /// <summary>Whether it is an ordinary file, no link, of this user or of root, that nobody else may write.</summary>
    public static bool IsOwn(string path) =>
        Status(CurrentFolder, path, DontFollowLinks, KindModeAndOwner, out var file) == 0
        && (file.Mode & KindMask) == OrdinaryFile && (file.Mode & OthersMayWrite) == 0 && (file.Owner == User() || file.Owner == 0);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint wanted, out FileStatus status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint User();

    /// <summary>Linux's <c>struct statx</c>, which is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
