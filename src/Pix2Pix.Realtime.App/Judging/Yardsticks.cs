namespace Pix2Pix.Realtime.App.Judging;

/// <summary>What every figure says of pictures whose worth is known; a generator's figures are read beside them.</summary>
/// <param name="Floor">Training photographs: what no generator can be expected to do better than.</param>
/// <param name="Blurred">The held-out photographs themselves, blurred.</param>
/// <param name="Gridded">The same under a faint grid.</param>
internal sealed record Yardsticks(Judgement Floor, Judgement Blurred, Judgement Gridded)
{
    /// <summary>
    /// The overall figure: the worst of all that have a part in it, so that no strength in one makes up for a fault that another sees.
    /// </summary>
    /// <returns>0 = as photographs are, 1 = as wrong as blurred ones; null = too few pictures to say.</returns>
    public Verdict? Of(Judgement judgement) => Figures.All
        .Where(figure => figure.Fault is not null)
        .Select(figure => (Figure: figure, Value: judgement[figure]?.Value, Floor: Floor[figure]?.Value, Blurred: Blurred[figure]?.Value))
        .Where(part => part is { Value: not null, Floor: not null, Blurred: not null })
        .Select(part => new Verdict(Math.Max(0, part.Figure.Fault!(part.Value!.Value, part.Floor!.Value, part.Blurred!.Value)), part.Figure))
        .Where(verdict => double.IsFinite(verdict.Overall))
        .MaxBy(verdict => verdict.Overall);
}
