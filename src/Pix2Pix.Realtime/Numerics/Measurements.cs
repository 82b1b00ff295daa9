namespace Pix2Pix.Realtime.Numerics;

/// <summary>Some measurements of one thing. Immutable.</summary>
internal sealed class Measurements
{
    private readonly double[] _sorted;

    /// <param name="values">At least one.</param>
    public Measurements(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        ArgumentOutOfRangeException.ThrowIfZero(_sorted.Length);
    }

    public double Median => Percentile(0.5);

    /// <summary>The smallest: of times, the one that was disturbed the least.</summary>
    public double Least => _sorted[0];

    /// <summary>How far the middle half of them reaches: a quarter lies below it, a quarter above.</summary>
    public double Spread => Percentile(0.75) - Percentile(0.25);

    /// <summary>The value that a share of them stays within.</summary>
    /// <param name="share">0..1.</param>
    public double Percentile(double share) => _sorted[Math.Min((int)(_sorted.Length * share), _sorted.Length - 1)];
}
