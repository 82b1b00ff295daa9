using System.Diagnostics.CodeAnalysis;

namespace Pix2Pix.Realtime.Native;

/// <summary>
/// A translator's own thread: it sleeps until there is work, and ends with the translator. It begins with the first <see cref="Wake"/>, so that
/// who never submits pays for none. Thread contract: any thread, but <see cref="Dispose"/> comes last.
/// </summary>
internal sealed class Worker(Action work) : IDisposable
{
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly Lock _starting = new();
    private Thread? _thread;
    private Exception? _fault;
    private volatile bool _isOver;

    /// <summary>There is something to do.</summary>
    public void Wake()
    {
        lock (_starting)
        {
            if (_isOver)
            {
                return;
            }

            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "pix2pix translator" };
                _thread.Start();
            }

            _wake.Set();
        }
    }

    /// <summary>Throws what the work last failed with, once.</summary>
    public void ThrowFault()
    {
        if (Interlocked.Exchange(ref _fault, null) is { } fault)
        {
            throw new StatusException(Status.Failed, $"A submitted picture could not be translated: {fault.Message}");
        }
    }

    public void Dispose()
    {
        lock (_starting)
        {
            _isOver = true;
            _wake.Set();
        }

        _thread?.Join();
        _wake.Dispose();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is handed to the next caller; unhandled it would end the process.")]
    private void Run()
    {
        while (_wake.WaitOne() && !_isOver)
        {
            try
            {
                work();
            }
            catch (Exception fault)
            {
                Interlocked.Exchange(ref _fault, fault);
            }
        }
    }
}
