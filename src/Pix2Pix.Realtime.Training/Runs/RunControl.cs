namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Requests to a run in progress, which reads them between two steps. Any thread.</summary>
internal sealed class RunControl(TimeProvider time) : IRunRequests
{
    /// <summary>How much the usual duration of a step grows from one step to the next, until another one is as short.</summary>
    private const double Forgetting = 1.02;

    private readonly object _gate = new();
    private bool _stop;
    private bool _paused;
    private bool _snapshot;
    private double _share = 1;
    private double _usual = double.PositiveInfinity;
    private long _turn = time.GetTimestamp();

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

    public void Stop() => Change(() => _stop = true);

    public void Pause() => Change(() => _paused = true);

    public void Continue() => Change(() => _paused = false);

    public void Throttle(double share) => Change(() => _share = share);

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
            // Others who work meanwhile make a step longer: that must not make its rest longer too.
            _usual = Math.Min(_usual * Forgetting, time.GetElapsedTime(_turn).TotalSeconds);
            if (_share < 1 && !_stop)
            {
                Monitor.Wait(_gate, TimeSpan.FromSeconds(_usual * ((1 / _share) - 1)));
            }

            while (_paused && !_stop)
            {
                Monitor.Wait(_gate);
            }

            _turn = time.GetTimestamp();
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
