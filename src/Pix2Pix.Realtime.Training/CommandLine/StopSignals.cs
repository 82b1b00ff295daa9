using System.Diagnostics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Processes;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>
/// SIGINT, SIGTERM, SIGUSR1 (which <c>mpirun</c> hands on to its ranks) and the closing of a Windows console: the first asks the run to save and end, a second ends the program
/// at once. Launchers such as <c>timeout</c> send one signal twice, to the process and to its group; that counts as one.
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

    /// <param name="stop">Called once, from any thread.</param>
    /// <param name="words">The message that is printed then, one sentence.</param>
    public StopSignals(Action stop, string words)
    {
        PosixSignal[] heard = [PosixSignal.SIGINT, PosixSignal.SIGTERM, .. OperatingSystem.IsWindows() ? Array.Empty<PosixSignal>() : [User]];
        _registrations = [.. heard.Select(signal => PosixSignalRegistration.Create(signal, Hear))];
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

            Console.Error.WriteLine(words);
            stop();
        }
    }

    /// <summary>SIGUSR1, which has no name in .NET.</summary>
    public static PosixSignal User => (PosixSignal)ProcessSignal.User;

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
