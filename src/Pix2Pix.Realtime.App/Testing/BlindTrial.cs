using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>One question of the blind page.</summary>
/// <param name="Pair">The pair's index.</param>
/// <param name="Left">The index of the generator on the left; null = the photograph.</param>
/// <param name="Right">On the right.</param>
internal sealed record BlindTrial(int Pair, int? Left, int? Right)
{
    /// <summary>The first generator against each other one on every pair, or against the photograph where it is alone; order and sides by the seed.</summary>
    public static IReadOnlyList<BlindTrial> Draw(TestReport report, ulong seed)
    {
        var random = new SeededRandom(seed);
        int?[] rivals = report.Generators.Count > 1 ? [.. Enumerable.Range(1, report.Generators.Count - 1).Select(index => (int?)index)] : [null];
        var trials = new List<BlindTrial>();
        foreach (var rival in rivals)
        {
            for (var pair = 0; pair < report.Pairs.Count; pair++)
            {
                trials.Add(random.Next(2) == 0 ? new BlindTrial(pair, 0, rival) : new BlindTrial(pair, rival, 0));
            }
        }

        for (var last = trials.Count - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (trials[last], trials[other]) = (trials[other], trials[last]);
        }

        return trials;
    }

    public string LeftName(TestReport report) => Name(report, Left);

    public string RightName(TestReport report) => Name(report, Right);

    private static string Name(TestReport report, int? generator) => generator is { } index ? report.Generators[index].Name : "photograph";
}
