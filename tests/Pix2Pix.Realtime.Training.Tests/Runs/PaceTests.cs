using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

/// <summary>The time left of a run.</summary>
public sealed class PaceTests
{
    [Fact]
    public void There_is_no_estimate_before_the_ninth_step()
    {
        var clock = new HandClock();
        var pace = new Pace(clock);
        for (var step = 1; step <= 8; step++)
        {
            clock.Advance(1);
            pace.Count();
            Assert.Equal((0, 0), (pace.StepsPerSecond, pace.SecondsFor(1000)));
        }

        clock.Advance(1);
        pace.Count();
        Assert.Equal(1000, pace.SecondsFor(1000), 1e-9);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(3)]
    public void A_sample_sheet_is_not_taken_for_a_step(double secondsPerStep)
    {
        var clock = new HandClock();
        var pace = new Pace(clock);
        var estimates = new List<double>();
        for (var step = 1; step <= 200; step++)
        {
            // Sheets, validations and saves come between steps, the first one at the first step.
            clock.Advance(secondsPerStep + (step % 10 == 1 ? 60 : 0));
            pace.Count();
            if (pace.StepsPerSecond > 0)
            {
                estimates.Add(pace.SecondsFor(1));
            }
        }

        Assert.NotEmpty(estimates);
        Assert.All(estimates, one => Assert.Equal(secondsPerStep, one, secondsPerStep * 1e-6));
    }

    [Fact]
    public void Steps_that_become_slower_change_the_estimate()
    {
        var clock = new HandClock();
        var pace = new Pace(clock);
        for (var step = 1; step <= 60; step++)
        {
            clock.Advance(step <= 30 ? 0.5 : 2);
            pace.Count();
        }

        Assert.Equal(0.5, pace.StepsPerSecond, 1e-9);
    }

    /// <summary>A clock that the test sets.</summary>
    private sealed class HandClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp() => _now;

        public void Advance(double seconds) => _now += (long)Math.Round(seconds * TimestampFrequency);
    }
}
