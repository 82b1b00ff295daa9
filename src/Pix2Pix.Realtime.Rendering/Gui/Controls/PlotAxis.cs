namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Maps values to 0..1, evenly or by their logarithm, and finds round values to mark.</summary>
internal readonly struct PlotAxis
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLogarithmic;

    /// <param name="least">The least value to show; above 0 when logarithmic.</param>
    /// <param name="most">The greatest value to show.</param>
    /// <param name="isLogarithmic">Whether equal ratios take equal room.</param>
    /// <param name="headroom">Of the axis: what stays free at both ends.</param>
    public PlotAxis(double least, double most, bool isLogarithmic, double headroom)
    {
        _isLogarithmic = isLogarithmic;
        (_low, _high) = (Scaled(least), Scaled(most));
        if (_high - _low < 1e-12)
        {
            // One value alone, or a flat curve, lies in the middle.
            var around = isLogarithmic ? 0.5 : Math.Max(Math.Abs(_low) * 0.5, 1e-6);
            (_low, _high) = (_low - around, _high + around);
        }

        var room = (_high - _low) * headroom;
        (_low, _high) = (_low - room, _high + room);
    }

    /// <summary>0 = the axis's start, 1 = its end; not a number where a value has no place.</summary>
    public double Share(double value) => (Scaled(value) - _low) / (_high - _low);

    /// <summary>The value at a share of the axis.</summary>
    public double Value(double share)
    {
        var scaled = _low + (share * (_high - _low));
        return _isLogarithmic ? Math.Pow(10, scaled) : scaled;
    }

    /// <summary>Round values within the axis.</summary>
    /// <param name="ticks">Filled in.</param>
    /// <returns>How many.</returns>
    public int Ticks(Span<double> ticks)
    {
        var isByDecade = _isLogarithmic && _high - _low >= 1;
        var step = isByDecade ? Math.Ceiling((_high - _low) / ticks.Length) : RoundStep((Value(1) - Value(0)) / ticks.Length);
        var (from, to) = isByDecade ? (_low, _high) : (Value(0), Value(1));
        var count = 0;
        for (var tick = Math.Ceiling(from / step) * step; tick <= to && count < ticks.Length; tick += step)
        {
            // A sum of steps misses zero by a rounding error.
            ticks[count++] = isByDecade ? Math.Pow(10, tick) : Math.Abs(tick) < step * 1e-9 ? 0 : tick;
        }

        return count;
    }

    /// <summary>The least of 1, 2 or 5 times a power of ten that isn't below <paramref name="step"/>.</summary>
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var factor = step / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }

    private double Scaled(double value) => _isLogarithmic ? Math.Log10(value) : value;
}
