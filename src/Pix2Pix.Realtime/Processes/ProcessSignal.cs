using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Processes;

/// <summary>Signals to other processes, which Windows does not have. Any thread.</summary>
internal static partial class ProcessSignal
{
    public const int Terminate = 15;

    /// <summary>SIGUSR1, a batch system's way to ask a program to end in time.</summary>
    public static int User => OperatingSystem.IsMacOS() ? 30 : 10;

    /// <summary>Sends one; a process that is gone gets none.</summary>
    public static void Send(int process, int signal) => _ = Kill(process, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
