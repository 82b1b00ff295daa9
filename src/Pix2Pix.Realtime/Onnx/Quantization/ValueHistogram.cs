namespace Pix2Pix.Realtime.Onnx.Quantization;

/// <summary>
/// Counts values as they come, in even bins around zero; when one lies outside, the bins grow to twice their width. Thread contract: one thread.
/// </summary>
internal sealed class ValueHistogram
{
    /// <summary>On each side of zero.</summary>
    private const int Bins = 4096;

    private readonly long[] _counts = new long[2 * Bins];
    private float _binWidth = 1e-6f;
    private long _total;

    /// <exception cref="UserException">A value is not finite.</exception>
    public void Add(ReadOnlySpan<float> values)
    {
        Cover(values);
        var perUnit = 1 / _binWidth;
        foreach (var value in values)
        {
            _counts[Math.Clamp((int)MathF.Floor(value * perUnit) + Bins, 0, (2 * Bins) - 1)]++;
        }

        _total += values.Length;
    }

    /// <summary>The range that holds all values but for a share of them, half of it at either end.</summary>
    /// <param name="outside">The share, 0..1; 0 = every value is inside.</param>
    public ActivationRange Range(double outside)
    {
        var spared = (long)(_total * outside / 2);
        var (low, high) = (Walk(0, 1, spared), Walk(_counts.Length - 1, -1, spared));
        return new ActivationRange(MathF.Min(0, (low - Bins) * _binWidth), MathF.Max(0, (high + 1 - Bins) * _binWidth));
    }

    private int Walk(int from, int step, long spared)
    {
        var seen = 0L;
        var bin = from;
        while (bin + step >= 0 && bin + step < _counts.Length && (seen += _counts[bin]) <= spared)
        {
            bin += step;
        }

        return bin;
    }

    private void Cover(ReadOnlySpan<float> values)
    {
        var largest = Largest(values);
        if (!float.IsFinite(largest))
        {
            throw new UserException("Expected finite values in the generator, found NaN or infinity; calibrate with other images.");
        }

        while (largest >= Bins * _binWidth)
        {
            Widen();
        }
    }

    private void Widen()
    {
        for (var bin = 0; bin < Bins / 2; bin++)
        {
            _counts[Bins + bin] = _counts[Bins + (2 * bin)] + _counts[Bins + (2 * bin) + 1];
            _counts[Bins - 1 - bin] = _counts[Bins - 1 - (2 * bin)] + _counts[Bins - 2 - (2 * bin)];
        }

        _counts.AsSpan(0, Bins / 2).Clear();
        _counts.AsSpan(Bins + (Bins / 2)).Clear();
        _binWidth *= 2;
    }

    private static float Largest(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            // A comparison alone would pass over NaN values.
            largest = float.IsNaN(value) ? float.NaN : MathF.Max(largest, MathF.Abs(value));
        }

        return largest;
    }
}
