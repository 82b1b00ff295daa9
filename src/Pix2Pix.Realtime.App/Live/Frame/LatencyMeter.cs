using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Paint-to-photon latency over the newest samples: from the input's delivery to its translation on the screen. Allocates nothing. One thread.</summary>
internal sealed class LatencyMeter
{
    private const int Window = 512;

    private readonly double[] _newest = new double[Window];
    private readonly double[] _sorted = new double[Window];

    /// <summary>How many samples were taken since the start.</summary>
    public int Count { get; private set; }

    /// <summary>Milliseconds that half of the newest samples stay within; 0 before the first.</summary>
    public double Median { get; private set; }

    /// <summary>Milliseconds that 90% of the newest samples stay within; 0 before the first.</summary>
    public double Percentile90 { get; private set; }

    /// <summary>Milliseconds that 99% of the newest samples stay within; 0 before the first.</summary>
    public double Percentile99 { get; private set; }

    /// <summary>Takes a sample: the input came at <paramref name="inputTicks"/> and is on the screen at <paramref name="photonTicks"/> (<see cref="Stopwatch"/> ticks).</summary>
    /// <returns>Milliseconds between the two.</returns>
    public double Add(long inputTicks, long photonTicks)
    {
        var milliseconds = Stopwatch.GetElapsedTime(inputTicks, photonTicks).TotalMilliseconds;
        _newest[Count % Window] = milliseconds;
        Count++;
        return milliseconds;
    }

    /// <summary>Brings <see cref="Median"/> and the percentiles up to date.</summary>
    public void Evaluate()
    {
        var count = Math.Min(Count, Window);
        if (count == 0)
        {
            return;
        }

        var sorted = _sorted.AsSpan(0, count);
        _newest.AsSpan(0, count).CopyTo(sorted);
        sorted.Sort();
        Median = sorted[count / 2];
        Percentile90 = Share(sorted, 0.9);
        Percentile99 = Share(sorted, 0.99);
    }

    private static double Share(ReadOnlySpan<double> sorted, double share) => sorted[Math.Min((int)Math.Ceiling(sorted.Length * share) - 1, sorted.Length - 1)];
}
