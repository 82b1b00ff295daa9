using CsCheck;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Schedules;

namespace Pix2Pix.Realtime.Training.Tests.Schedules;

public sealed class PlateauTests
{
    [Fact]
    public void An_l1_that_keeps_falling_leaves_the_rates_alone() => Gen.Int[1, 50].Sample(validations =>
        Run(Enumerable.Range(0, validations).Select(i => 0.3 * Math.Pow(0.98, i)), patience: 1).Factor == 1);

    [Fact]
    public void An_l1_that_stands_still_halves_them_once_per_patience() => Gen.Select(Gen.Int[1, 6], Gen.Int[0, 30]).Sample((patience, stale) =>
        Run([0.2, .. Enumerable.Repeat(0.2, stale)], patience).Factor == Math.Pow(0.5, stale / patience));

    [Fact]
    public void A_gain_of_less_than_a_hundredth_counts_as_none_and_a_larger_one_begins_the_wait_anew()
    {
        Assert.Equal(0.5, Run([0.2, 0.1985, 0.1983], patience: 2).Factor);
        Assert.Equal(1, Run([0.2, 0.21, 0.19, 0.2], patience: 2).Factor);
    }

    [Fact]
    public void A_run_that_learns_nothing_lowers_its_rates_and_says_so_in_every_log()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(
            folder, "schedule.policy=plateau", "schedule.plateau_patience=2", "schedule.plateau_factor=0.25", "output.validate_every=4", "optimizer.generator_lr=1e-9", "training.steps=20").Go();
        var notices = run.Events.OfType<HealthNoticed>().Where(notice => notice.Words.Contains("no longer falls", StringComparison.Ordinal)).ToList();
        Assert.Equal([12, 20], notices.Select(notice => notice.Step));
        Assert.Contains(notices[0].Words, File.ReadAllText(run.Folder.Log), StringComparison.Ordinal);
        var rates = File.ReadAllLines(run.Folder.Metrics).Skip(1).Select(line => line.Split(',')).Select(row => (row[0], row[5]));
        Assert.Equal([("4", "1e-09"), ("8", "1e-09"), ("10", "1e-09"), ("12", "1e-09"), ("16", "2.5e-10"), ("20", "2.5e-10")], rates);
    }

    private static Plateau Run(IEnumerable<double> validations, int patience) =>
        validations.Aggregate(Plateau.Start, (plateau, l1) => plateau.After(l1, 0.5, patience));
}
