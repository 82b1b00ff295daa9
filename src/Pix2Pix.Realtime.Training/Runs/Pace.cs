using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>How fast a run trains, and when the next report is due. Thread contract: the training thread.</summary>
/// <remarks>
/// The speed is the mean over the undisturbed steps of the last seconds: a step that also waited for a sample sheet, a validation or a save takes several times as
/// long as the others and says nothing about the steps that are left.
/// </remarks>
internal sealed class Pace(TimeProvider time)
{
    /// <summary>Steps whose times an estimate needs.</summary>
    private const int Fewest = 8;

    /// <summary>A step that takes this many times the median was disturbed.</summary>
    private const double Disturbed = 4;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Queue<long> _marks = new();
    private long _lastReport;

    /// <summary>Steps per second over the last seconds; 0 until enough steps are done.</summary>
    public double StepsPerSecond { get; private set; }

    /// <summary>Counts a step that is done.</summary>
    /// <returns>Whether a report is due.</returns>
    public bool Count()
    {
        var now = time.GetTimestamp();
        _marks.Enqueue(now);
        while (_marks.Count > Fewest + 1 && time.GetElapsedTime(_marks.Peek(), now) > Window)
        {
            _marks.Dequeue();
        }

        if (_lastReport != 0 && time.GetElapsedTime(_lastReport, now) < BetweenReports)
        {
            return false;
        }

        (_lastReport, StepsPerSecond) = (now, Measure());
        return true;
    }

    /// <summary>An estimate for the steps that are left, in seconds; 0 = none yet.</summary>
    public double SecondsFor(long steps) => StepsPerSecond > 0 ? steps / StepsPerSecond : 0;

    private double Measure()
    {
        if (_marks.Count <= Fewest)
        {
            return 0;
        }

        double[] seconds = [.. _marks.Zip(_marks.Skip(1), (from, to) => time.GetElapsedTime(from, to).TotalSeconds)];
        var longest = new Measurements(seconds).Median * Disturbed;
        var mean = seconds.Where(one => one <= longest).Average();
        return mean > 0 ? 1 / mean : 0;
    }
}
