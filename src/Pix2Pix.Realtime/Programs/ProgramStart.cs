using System.Text;

namespace Pix2Pix.Realtime.Programs;

/// <summary>What every program of this repository does first.</summary>
internal static class ProgramStart
{
    /// <summary>Main thread, once, before anything is written.</summary>
    public static void Prepare()
    {
        // Windows would write in the code page of another century: "H?user".
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is Exception fault && FaultReport.TryWrite(fault, DateTimeOffset.UtcNow) is { } report)
            {
                Console.Error.WriteLine($"pix2pix: A thread has failed; a report of it is in '{report}'.");
            }
        };
    }
}
