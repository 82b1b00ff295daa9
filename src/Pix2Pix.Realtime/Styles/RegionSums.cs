namespace Pix2Pix.Realtime.Styles;

/// <summary>Sums over some pixels. One thread fills it.</summary>
internal sealed class RegionSums
{
    /// <summary>Keeps the fineness of a flat region a number.</summary>
    private const double Smallest = 0.01;

    /// <summary>What counts as the brightest part.</summary>
    private const double BrightestShare = 0.05;

    private const int Parts = 3;

    private readonly int[] _lumas = new int[byte.MaxValue + 1];

    /// <summary>Of the pixels of each brightness: sums of red, green and blue.</summary>
    private readonly long[] _colors = new long[Parts * (byte.MaxValue + 1)];

    private double _luma;

    /// <summary>Squared distances from the mean of their own class.</summary>
    private double _within;
    private double _squares;
    private double _fine;
    private int _fineCount;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> rgb, float luma)
    {
        Count++;
        (_luma, _squares) = (_luma + luma, _squares + (luma * luma));
        var bin = (int)(luma * byte.MaxValue);
        _lumas[bin]++;
        for (var part = 0; part < Parts; part++)
        {
            _colors[(Parts * bin) + part] += rgb[part];
        }
    }

    /// <param name="difference">A pixel's brightness less the mean of its four neighbours', all of one class.</param>
    public void AddFine(float difference)
    {
        _fine += difference * difference;
        _fineCount++;
    }

    public static RegionSums Of(IEnumerable<RegionSums> classes)
    {
        var all = new RegionSums();
        foreach (var one in classes)
        {
            all.Count += one.Count;
            all._luma += one._luma;
            all._within += Math.Max(0, one._squares - (one._luma * one._luma / Math.Max(1, one.Count)));
            (all._fine, all._fineCount) = (all._fine + one._fine, all._fineCount + one._fineCount);
            for (var i = 0; i < all._lumas.Length; i++)
            {
                all._lumas[i] += one._lumas[i];
            }

            for (var i = 0; i < all._colors.Length; i++)
            {
                all._colors[i] += one._colors[i];
            }
        }

        return all;
    }

    /// <summary>A quantity of sums that <see cref="Of"/> gave, which have at least one pixel.</summary>
    public void Write(StyleQuantity quantity, Span<float> into)
    {
        var contrast = Math.Sqrt(_within / Count);
        var fine = Math.Sqrt(_fine / Math.Max(1, _fineCount));
        if (StyleGroup.CountOf(quantity) == Parts)
        {
            WriteColor(quantity, into);
            return;
        }

        into[0] = quantity switch
        {
            StyleQuantity.Brightness => (float)(_luma / Count),
            StyleQuantity.Contrast => (float)contrast,
            StyleQuantity.Warmth => Warmth(),
            StyleQuantity.Fineness => (float)(fine / (contrast + Smallest)),
            _ => Brightest() - (float)(_luma / Count),
        };
    }

    /// <summary>The mean of all pixels, or of the brighter or the darker half.</summary>
    private void WriteColor(StyleQuantity quantity, Span<float> into)
    {
        var wanted = quantity == StyleQuantity.Color ? Count : Count / 2.0;
        var left = wanted;
        into.Clear();
        for (var i = 0; i < _lumas.Length && left > 0; i++)
        {
            var bin = quantity == StyleQuantity.Lights ? _lumas.Length - 1 - i : i;
            if (_lumas[bin] > 0)
            {
                var share = Math.Min(1, left / _lumas[bin]);
                left -= share * _lumas[bin];
                for (var part = 0; part < Parts; part++)
                {
                    into[part] += (float)(share * _colors[(Parts * bin) + part] / wanted / byte.MaxValue);
                }
            }
        }
    }

    private float Warmth()
    {
        Span<float> color = stackalloc float[Parts];
        WriteColor(StyleQuantity.Color, color);
        return color[0] - color[2];
    }

    private float Brightest()
    {
        var (wanted, taken, sum) = (Math.Max(1, BrightestShare * Count), 0, 0.0);
        for (var i = _lumas.Length - 1; i >= 0 && taken < wanted; i--)
        {
            taken += _lumas[i];
            sum += (double)i * _lumas[i];
        }

        return (float)(sum / taken / byte.MaxValue);
    }
}
