using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>How many a second, while it continues: pauses don't count, so the last rate stays when nothing happens. Allocates nothing. One thread.</summary>
internal sealed class RateMeter
{
    private const int Window = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly double[] _seconds = new double[Window];
    private int _count;
    private double _sum;
    private long _last;

    /// <summary>0 until two followed each other without a pause.</summary>
    public double PerSecond => _count == 0 ? 0 : Math.Min(_count, Window) / _sum;

    /// <summary>One happened at <paramref name="ticks"/> (<see cref="Stopwatch"/> ticks).</summary>
    public void Add(long ticks)
    {
        var since = Stopwatch.GetElapsedTime(_last, ticks);
        if (_last != 0 && since < Pause)
        {
            ref var oldest = ref _seconds[_count % Window];
            _sum += since.TotalSeconds - oldest;
            oldest = since.TotalSeconds;
            _count++;
        }

        _last = ticks;
    }
}
