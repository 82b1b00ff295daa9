using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime;

/// <summary>
/// The closing of a Windows console window. Windows kills its programs as soon as they have answered, and after five seconds in any case: so the answer is held back
/// until this is disposed, with everything saved. On other systems nothing happens: a run that was started with nohup must outlive its terminal.
/// </summary>
internal sealed class ConsoleClosing : IDisposable
{
    private readonly ManualResetEventSlim _saved = new();
    private readonly PosixSignalRegistration? _registration;

    /// <param name="stop">Any thread: asks the program to save and end; does not wait for it.</param>
    public ConsoleClosing(Action stop)
    {
        if (OperatingSystem.IsWindows())
        {
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
            {
                signal.Cancel = true;
                stop();
                _saved.Wait();
            });
        }
    }

    /// <summary>Everything is saved. The event itself is left to the collector: the answer may be waiting on it.</summary>
    public void Dispose()
    {
        _saved.Set();
        _registration?.Dispose();
    }
}
