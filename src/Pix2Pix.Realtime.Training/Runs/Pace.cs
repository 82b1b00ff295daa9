namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>How fast a run goes, and when it is due to say so. Thread contract: the training thread.</summary>
internal sealed class Pace(TimeProvider time)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Queue<(long At, long Step)> _marks = new();
    private long _lastReport;

    /// <summary>Steps a second over the last seconds; 0 until two steps are done.</summary>
    public double StepsPerSecond { get; private set; }

    /// <summary>Counts a step that is done.</summary>
    /// <returns>Whether it is time for a report.</returns>
    public bool Count(long step)
    {
        var now = time.GetTimestamp();
        _marks.Enqueue((now, step));
        while (_marks.Count > 2 && time.GetElapsedTime(_marks.Peek().At, now) > Window)
        {
            _marks.Dequeue();
        }

        var (at, first) = _marks.Peek();
        var seconds = time.GetElapsedTime(at, now).TotalSeconds;
        StepsPerSecond = seconds > 0 ? (step - first) / seconds : 0;
        if (_lastReport != 0 && time.GetElapsedTime(_lastReport, now) < BetweenReports)
        {
            return false;
        }

        _lastReport = now;
        return true;
    }

    /// <summary>An estimate for the steps that are left.</summary>
    public double SecondsFor(long steps) => StepsPerSecond > 0 ? steps / StepsPerSecond : 0;
}
