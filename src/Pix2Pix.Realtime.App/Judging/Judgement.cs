namespace Pix2Pix.Realtime.App.Judging;

/// <summary>Every figure of a set of pictures. Immutable; any thread.</summary>
internal sealed class Judgement
{
    private readonly Dictionary<Figure, Estimate?> _values;

    /// <param name="set">What is judged.</param>
    /// <param name="photographs">The held-out photographs.</param>
    public Judgement(JudgedSet set, JudgedSet photographs) =>
        _values = Figures.All.ToDictionary(figure => figure, figure => figure.Measure(set, photographs));

    public Estimate? this[Figure figure] => _values[figure];
}
