using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>What a test of generators says as a whole.</summary>
/// <param name="Data">The dataset's folder.</param>
/// <param name="Yardsticks">What the figures are read beside.</param>
/// <param name="Pairs">Every pair, in the dataset's order.</param>
/// <param name="Generators">At least one, as named.</param>
internal sealed record TestReport(string Data, Yardsticks Yardsticks, IReadOnlyList<TestedPair> Pairs, IReadOnlyList<TestedGenerator> Generators)
{
    /// <summary>The same without what was conditioned on a style.</summary>
    public TestReport OfMapsAlone => this with { Generators = [.. Generators.Where(generator => !generator.IsConditioned)] };

    /// <summary>1 = the best overall; what is equal to a tenth shares a place. Null = too few pairs.</summary>
    public int? Place(TestedGenerator generator) => generator.Verdict is { } own
        ? 1 + Generators.Count(other => other.Verdict is { } verdict && verdict.Rounded < own.Rounded)
        : null;
}
