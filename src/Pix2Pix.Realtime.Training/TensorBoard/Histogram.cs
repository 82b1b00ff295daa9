namespace Pix2Pix.Realtime.Training.TensorBoard;

/// <summary>How values are spread, in buckets of equal width from the least to the most. Immutable.</summary>
/// <param name="Limits">Each bucket's upper limit, rising; the last is <paramref name="Most"/>.</param>
/// <param name="Counts">How many values lie in each bucket; together <paramref name="Count"/>.</param>
internal sealed record Histogram(double Least, double Most, long Count, double Sum, double SumOfSquares, IReadOnlyList<double> Limits, IReadOnlyList<double> Counts)
{
    /// <summary>As many as TensorBoard draws in its default view.</summary>
    private const int Buckets = 30;

    /// <param name="values">At least one; those that are no numbers are left out of the buckets' range and the sums.</param>
    public static Histogram Of(ReadOnlySpan<float> values)
    {
        var (least, most, count, sum, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0L, 0.0, 0.0);
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                continue;
            }

            (least, most, count) = (Math.Min(least, value), Math.Max(most, value), count + 1);
            (sum, squares) = (sum + value, squares + ((double)value * value));
        }

        if (count == 0)
        {
            return new Histogram(0, 0, 0, 0, 0, [0], [0]);
        }

        var width = (most - least) / Buckets;
        var buckets = width > 0 ? Buckets : 1;
        var counts = new double[buckets];
        foreach (var value in values)
        {
            if (float.IsFinite(value))
            {
                counts[width > 0 ? Math.Min(buckets - 1, (int)((value - least) / width)) : 0]++;
            }
        }

        double[] limits = [.. Enumerable.Range(1, buckets).Select(i => i == buckets ? most : least + (i * width))];
        return new Histogram(least, most, count, sum, squares, limits, counts);
    }
}
