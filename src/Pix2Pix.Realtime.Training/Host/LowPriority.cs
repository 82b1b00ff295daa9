using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>Lets the user's programs go first on the processor.</summary>
internal static partial class LowPriority
{
    private const int ThisThread = 0;

    /// <summary>The usual nice value for background work; 0 = normal, 19 = lowest.</summary>
    private const int Nice = 10;

    /// <summary>Lowers the calling thread and all that it starts from now on; where the system knows no priority of a thread, the whole process.</summary>
    public static void Take()
    {
        // Linux keeps a priority for each thread, and the runtime's own were there before: to lower "the process" would leave the training as it is.
        if (!OperatingSystem.IsLinux())
        {
            Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        else if (SetPriority(ThisThread, ThisThread, Nice) != 0)
        {
            Console.Error.WriteLine(HostTexts.PriorityNotLowered(Marshal.GetLastPInvokeError()));
        }
    }

    /// <param name="which">0 = a thread.</param>
    /// <param name="who">0 = the calling one.</param>
    /// <param name="nice">The new priority.</param>
    [LibraryImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    private static partial int SetPriority(int which, int who, int nice);
}
