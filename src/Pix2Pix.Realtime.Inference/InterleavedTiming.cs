using System.Diagnostics;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Two pieces of work that were timed in turns, so that whatever else the machine did fell on both.</summary>
/// <param name="First">Milliseconds of the first.</param>
/// <param name="Second">Milliseconds of the second.</param>
/// <param name="Ratios">The first through the second, turn by turn.</param>
internal sealed record InterleavedTiming(Measurements First, Measurements Second, Measurements Ratios)
{
    /// <summary>How many times as fast the second is.</summary>
    public double Ratio => First.Median / Second.Median;

    /// <summary>Times both, after one turn that warms up.</summary>
    public static InterleavedTiming With(Action first, Action second, int turns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(turns, 1);
        var (ofFirst, ofSecond) = (new double[turns], new double[turns]);
        Time(first);
        Time(second);
        for (var turn = 0; turn < turns; turn++)
        {
            ofFirst[turn] = Time(first);
            ofSecond[turn] = Time(second);
        }

        return new InterleavedTiming(new Measurements(ofFirst), new Measurements(ofSecond), new Measurements(ofFirst.Zip(ofSecond, (one, other) => one / other)));
    }

    /// <summary>Milliseconds of one piece of work.</summary>
    public static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
