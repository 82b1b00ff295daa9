using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Nerdbank.Streams;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>The process's stdin and stdout as the protocol's own: whatever a library prints from now on goes to stderr and can't damage a message.</summary>
internal static partial class ProtocolStreams
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    /// <summary>Takes both; call it first of all and once. The caller disposes the stream.</summary>
    public static Stream Take()
    {
        var output = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : TakeOutput();
        Console.SetOut(Console.Error);
        return FullDuplexStream.Splice(Console.OpenStandardInput(), output);
    }

    private static FileStream TakeOutput()
    {
        var copy = Duplicate(StandardOutput);
        if (copy < 0 || DuplicateOnto(StandardError, StandardOutput) < 0)
        {
            throw new UserException($"Expected to keep stdout for the protocol, but the system call failed (error {Marshal.GetLastPInvokeError()}); start the host with stdout and stderr open.");
        }

        return new FileStream(new SafeFileHandle(copy, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateOnto(int descriptor, int onto);
}
