using System.Diagnostics;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Times two pieces of work in turns, so that whatever else the machine does falls on both.</summary>
public static class TakeTurns
{
    /// <summary>The median of each, in milliseconds, after one turn that warms up.</summary>
    public static (double First, double Second) Medians(Action first, Action second, int turns)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfLessThan(turns, 1);
        var (ofFirst, ofSecond) = (new double[turns], new double[turns]);
        Time(first);
        Time(second);
        for (var turn = 0; turn < turns; turn++)
        {
            ofFirst[turn] = Time(first);
            ofSecond[turn] = Time(second);
        }

        return (Median(ofFirst), Median(ofSecond));
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
