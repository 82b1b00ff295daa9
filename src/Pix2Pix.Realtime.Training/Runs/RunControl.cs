namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>What others ask of a run in progress; the run looks at it between two steps. Any thread.</summary>
internal sealed class RunControl
{
    private readonly object _gate = new();
    private bool _stop;
    private bool _paused;
    private bool _snapshot;
    private TimeSpan _rest;

    /// <summary>Whether the run shall save its state and end.</summary>
    public bool StopRequested
    {
        get
        {
            lock (_gate)
            {
                return _stop;
            }
        }
    }

    /// <summary>Ends the run after the current step.</summary>
    public void Stop() => Change(() => _stop = true);

    public void Pause() => Change(() => _paused = true);

    public void Continue() => Change(() => _paused = false);

    /// <summary>A rest after every step, so that others get the processor; zero = none.</summary>
    public void Throttle(TimeSpan rest) => Change(() => _rest = rest);

    /// <summary>Exports the generator after the current step.</summary>
    public void RequestSnapshot() => Change(() => _snapshot = true);

    /// <summary>Whether a snapshot was asked for since the last call.</summary>
    internal bool TakeSnapshotRequest()
    {
        lock (_gate)
        {
            var asked = _snapshot;
            _snapshot = false;
            return asked;
        }
    }

    /// <summary>The run, between two steps: rests, and waits while it is paused.</summary>
    internal void WaitForTurn()
    {
        lock (_gate)
        {
            if (_rest > TimeSpan.Zero && !_stop)
            {
                Monitor.Wait(_gate, _rest);
            }

            while (_paused && !_stop)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }
}
