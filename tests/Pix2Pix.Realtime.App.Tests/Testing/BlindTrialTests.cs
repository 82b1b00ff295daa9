using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.App.Testing;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Testing;

public sealed class BlindTrialTests
{
    private const int Pairs = 40;

    [Fact]
    public void The_first_generator_meets_each_other_one_on_every_pair()
    {
        var trials = BlindTrial.Draw(Report("ours", "one", "two"), seed: 1);
        Assert.Equal(2 * Pairs, trials.Count);
        Assert.All(trials, trial => Assert.True((trial.Left == 0) != (trial.Right == 0)));
        Assert.All([1, 2], rival => Assert.Equal(Enumerable.Range(0, Pairs), trials.Where(trial => trial.Left == rival || trial.Right == rival).Select(trial => trial.Pair).Order()));
    }

    [Fact]
    public void Alone_it_meets_the_photographs() =>
        Assert.All(BlindTrial.Draw(Report("ours"), seed: 1), trial => Assert.True((trial.Left, trial.Right) is (0, null) or (null, 0)));

    [Fact]
    public void Order_and_sides_are_the_seeds_alone()
    {
        var report = Report("ours", "one");
        Assert.Equal(BlindTrial.Draw(report, seed: 3), BlindTrial.Draw(report, seed: 3));
        Assert.NotEqual(BlindTrial.Draw(report, seed: 3), BlindTrial.Draw(report, seed: 4));
        Assert.InRange(BlindTrial.Draw(report, seed: 3).Count(trial => trial.Left == 0), Pairs / 4, Pairs * 3 / 4);
        Assert.NotEqual(Enumerable.Range(0, Pairs), BlindTrial.Draw(report, seed: 3).Select(trial => trial.Pair));
    }

    private static TestReport Report(params string[] names)
    {
        var picture = ShownPicture.Of(new PixelImage(1, 1), isKept: true);
        var judgement = new Judgement(new JudgedSet(), new JudgedSet());
        return new TestReport(
            "data", new Yardsticks(judgement, judgement, judgement),
            [.. Enumerable.Range(0, Pairs).Select(pair => new TestedPair($"{pair}", picture, picture))],
            [.. names.Select(name => new TestedGenerator(name, judgement, Verdict: null, [], [.. Enumerable.Repeat(picture, Pairs)]))]);
    }
}
