using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Opens regular files only. A named pipe blocks its reader until somebody writes, a device may never end: a file that a person or another program
/// named is looked at before it is opened. Any thread.
/// </summary>
internal static partial class RegularFile
{
    private const int CurrentFolder = -100;
    private const int FollowLinks = 0;
    private const uint TypeOnly = 1;
    private const int TypeMask = 0xF000;

    /// <summary>Of <c>struct statx</c>, which is the same on every processor.</summary>
    private const int StatusBytes = 256;
    private const int ModeOffset = 28;

    private const int TooManyLinks = 40;

    /// <summary>Says why a path can't be opened as a regular file.</summary>
    /// <returns>What was found instead, e.g. <c>a named pipe</c>; null = a regular file.</returns>
    public static string? WhyNot(string path)
    {
        if (Directory.Exists(path))
        {
            return "a folder";
        }

        if (OperatingSystem.IsLinux())
        {
            return WhyNotOnLinux(path);
        }

        return File.Exists(path) ? null : "none";
    }

    /// <summary>Opens a regular file for reading; others may replace or delete it meanwhile. The caller disposes the stream.</summary>
    /// <exception cref="UserException">There is none, or it is a folder, a named pipe, a device, a socket or a broken link.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static FileStream OpenRead(string path)
    {
        Require(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <inheritdoc cref="OpenRead"/>
    public static byte[] ReadAllBytes(string path)
    {
        using var file = OpenRead(path);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <exception cref="UserException">There is no regular file.</exception>
    public static void Require(string path)
    {
        if (WhyNot(path) is { } found)
        {
            throw new UserException($"Expected a file at '{path}', found {found}; name a regular file.");
        }
    }

    private static string? WhyNotOnLinux(string path)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        if (Status(CurrentFolder, path, FollowLinks, TypeOnly, status) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            var isLink = new FileInfo(path).LinkTarget is not null;
            return error == TooManyLinks ? "a link that leads back to itself" : isLink ? "a link to nothing" : "none";
        }

        return (BitConverter.ToUInt16(status[ModeOffset..]) & TypeMask) switch
        {
            0x8000 => null,
            0x4000 => "a folder",
            0x1000 => "a named pipe",
            0x2000 or 0x6000 => "a device",
            0xC000 => "a socket",
            _ => "something else",
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, Span<byte> status);
}
