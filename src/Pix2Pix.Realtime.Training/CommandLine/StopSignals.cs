using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>SIGINT, SIGTERM and the closing of a Windows console: the first asks the run to save and end, the second ends the program at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int EndedBySignal = 130;
    private readonly PosixSignalRegistration[] _registrations;
    private readonly ConsoleClosing _closing;
    private int _received;

    public StopSignals(Action stop)
    {
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
        _closing = new ConsoleClosing(stop);

        void Hear(PosixSignalContext context)
        {
            context.Cancel = true;
            if (Interlocked.Increment(ref _received) > 1)
            {
                // Nothing may hold up a second signal, neither a save in progress nor native threads.
                Environment.Exit(EndedBySignal);
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
}
