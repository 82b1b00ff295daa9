using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Nerdbank.Streams;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>The process's stdin and stdout as the protocol's own: whatever a library prints from now on goes to stderr and can't damage a message.</summary>
internal static partial class ProtocolStreams
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const int StandardOutputHandle = -11;
    private const int StandardErrorHandle = -12;
    private const nint CurrentProcess = -1;
    private const uint SameAccess = 2;

    /// <summary>Takes both; call it first of all and once. The caller disposes the stream.</summary>
    public static Stream Take()
    {
        var output = OperatingSystem.IsWindows() ? TakeOutputOnWindows() : TakeOutput();
        Console.SetOut(Console.Error);
        return FullDuplexStream.Splice(Console.OpenStandardInput(), output);
    }

    private static FileStream TakeOutput()
    {
        var copy = Duplicate(StandardOutput);
        if (copy < 0 || DuplicateOnto(StandardError, StandardOutput) < 0)
        {
            throw new UserException(HostTexts.StdoutNotKept(Marshal.GetLastPInvokeError()));
        }

        return new FileStream(new SafeFileHandle(copy, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    /// <summary>The C library's own descriptor is moved too: native libraries print through it.</summary>
    private static FileStream TakeOutputOnWindows()
    {
        var process = CurrentProcess;
        if (!DuplicateHandle(process, GetStdHandle(StandardOutputHandle), process, out var copy, access: 0, inherit: false, SameAccess)
            || !SetStdHandle(StandardOutputHandle, GetStdHandle(StandardErrorHandle)) || DuplicateOntoOnWindows(StandardError, StandardOutput) < 0)
        {
            throw new UserException(HostTexts.StdoutNotKept(Marshal.GetLastPInvokeError()));
        }

        return new FileStream(new SafeFileHandle(copy, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int which, nint handle);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DuplicateHandle(nint sourceProcess, nint source, nint targetProcess, out nint target, uint access, [MarshalAs(UnmanagedType.Bool)] bool inherit, uint options);

    [LibraryImport("ucrtbase", EntryPoint = "_dup2")]
    private static partial int DuplicateOntoOnWindows(int descriptor, int onto);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateOnto(int descriptor, int onto);
}
