using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Frame;

namespace Pix2Pix.Realtime.App.Tests.Live;

public sealed class MeterTests
{
    private static long Ticks(double milliseconds) => (long)(milliseconds * Stopwatch.Frequency / 1000);

    [Fact]
    public void The_median_and_the_99th_percentile_are_those_of_the_newest_samples()
    {
        var meter = new LatencyMeter();
        for (var i = 0; i < 1000; i++)
        {
            meter.Add(1, 1 + Ticks(5000));
        }

        for (var i = 1; i <= 512; i++)
        {
            meter.Add(1, 1 + Ticks(i));
        }

        meter.Evaluate();
        Assert.Equal((257, 507), (Math.Round(meter.Median), Math.Round(meter.Percentile99)));
    }

    [Fact]
    public void A_pause_does_not_slow_the_rate_down()
    {
        var meter = new RateMeter();
        Assert.Equal(0, meter.PerSecond);
        foreach (var start in (double[])[1000, 60_000])
        {
            for (var i = 0; i < 100; i++)
            {
                meter.Add(Ticks(start + (i * 20)));
            }
        }

        Assert.Equal(50, meter.PerSecond, 0.1);
    }
}
