using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>
/// SIGINT, SIGTERM and the closing of a Windows console: the first asks the run to save and end, a second ends the program at once. Launchers such as <c>timeout</c> send one signal
/// twice, to the process and to its group; that counts as one.
/// </summary>
internal sealed partial class StopSignals : IDisposable
{
    private const int EndedBySignal = 130;

    /// <summary>Nobody presses Ctrl-C twice within this time.</summary>
    private static readonly TimeSpan OneSignal = TimeSpan.FromMilliseconds(100);

    private readonly PosixSignalRegistration[] _registrations;
    private readonly ConsoleClosing _closing;
    private readonly Lock _gate = new();
    private long _first;

    public StopSignals(Action stop)
    {
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
        _closing = new ConsoleClosing(stop);

        void Hear(PosixSignalContext context)
        {
            context.Cancel = true;
            lock (_gate)
            {
                if (_first != 0)
                {
                    EndAtOnce(Stopwatch.GetElapsedTime(_first));
                    return;
                }

                _first = Stopwatch.GetTimestamp();
            }

            Console.Error.WriteLine("Finishing the step and saving; press Ctrl-C again to stop at once.");
            stop();
        }
    }

    public void Dispose()
    {
        _closing.Dispose();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    /// <summary>
    /// Nothing may hold up a second signal, neither a save in progress nor native threads; and libtorch must not be taken down under a thread that still saves, as an orderly exit does.
    /// </summary>
    /// <param name="since">The time since the first signal.</param>
    private static void EndAtOnce(TimeSpan since)
    {
        if (since < OneSignal)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(EndedBySignal);
        }

        Exit(EndedBySignal);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
