using CsCheck;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Schedules;

namespace Pix2Pix.Realtime.Training.Tests.Schedules;

public sealed class StabiliserTests
{
    private static readonly Gen<StepRandom> Steps = Gen.Select(Gen.ULong, Gen.Long[0, 100_000]).Select((seed, step) => new StepRandom(seed, step));

    [Fact]
    public void Smoothed_targets_stay_in_their_span_and_only_the_real_side_is_smoothed() => Steps.Sample(step =>
    {
        var (real, fake, switched) = new DiscriminatorTargets(new Interval(0.8, 1.2), new Fade(0.5, 100_000), 0).At(step);
        return switched ? real == 0 && fake == 1 : real is >= 0.8 and <= 1.2 && fake == 0;
    });

    [Fact]
    public void Smoothing_off_gives_plain_ones() => Steps.Sample(step =>
        new DiscriminatorTargets(new Interval(1, 1), new Fade(0, 0), 0).At(step) == (1, 0, false));

    [Fact]
    public void Switching_happens_as_often_as_its_schedule_says()
    {
        var targets = new DiscriminatorTargets(new Interval(1, 1), new Fade(0.2, 10_000), 0);
        var early = Enumerable.Range(0, 1000).Count(step => targets.At(new StepRandom(5, step)).Switched);
        var late = Enumerable.Range(9000, 1000).Count(step => targets.At(new StepRandom(5, step)).Switched);
        var after = Enumerable.Range(10_000, 1000).Count(step => targets.At(new StepRandom(5, step)).Switched);
        Assert.InRange(early, 140, 240);
        Assert.InRange(late, 1, 30);
        Assert.Equal(0, after);
    }

    [Fact]
    public void Every_tenth_step_means_every_tenth_step()
    {
        var targets = new DiscriminatorTargets(new Interval(1, 1), new Fade(0, 100), 10);
        Assert.Equal([9, 19, 29, 39, 49, 59, 69, 79, 89, 99], Enumerable.Range(0, 300).Where(step => targets.At(new StepRandom(1, step)).Switched));
    }

    [Fact]
    public void A_fade_falls_straight_to_nothing() => Gen.Select(Gen.Double[0, 2], Gen.Long[1, 10_000], Gen.Long[0, 20_000]).Sample((start, until, step) =>
    {
        var fade = new Fade(start, until);
        return Math.Abs(fade.At(0) - start) <= start * 1e-12 && fade.At(until) == 0 && fade.At(step) >= fade.At(step + 1) && fade.At(step) >= 0;
    });
}
