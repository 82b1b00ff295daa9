namespace Pix2Pix.Realtime.Styles;

/// <summary>Sums over some pixels. One thread fills it.</summary>
internal sealed class RegionSums
{
    /// <summary>Keeps the fineness of a flat region a number.</summary>
    private const double Smallest = 0.01;

    /// <summary>What counts as the brightest part.</summary>
    private const double BrightestShare = 0.05;

    private readonly int[] _lumas = new int[byte.MaxValue + 1];
    private double _red;
    private double _green;
    private double _blue;
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
        (_red, _green, _blue) = (_red + rgb[0], _green + rgb[1], _blue + rgb[2]);
        (_luma, _squares) = (_luma + luma, _squares + (luma * luma));
        _lumas[(int)(luma * byte.MaxValue)]++;
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
            (all._red, all._green, all._blue) = (all._red + one._red, all._green + one._green, all._blue + one._blue);
            all._luma += one._luma;
            all._within += Math.Max(0, one._squares - (one._luma * one._luma / Math.Max(1, one.Count)));
            (all._fine, all._fineCount) = (all._fine + one._fine, all._fineCount + one._fineCount);
            for (var i = 0; i < all._lumas.Length; i++)
            {
                all._lumas[i] += one._lumas[i];
            }
        }

        return all;
    }

    /// <summary>A quantity of sums that <see cref="Of"/> gave, which have at least one pixel.</summary>
    public void Write(StyleQuantity quantity, Span<float> into)
    {
        var contrast = Math.Sqrt(_within / Count);
        var fine = Math.Sqrt(_fine / Math.Max(1, _fineCount));
        if (quantity == StyleQuantity.Color)
        {
            (into[0], into[1], into[2]) = (Share(_red), Share(_green), Share(_blue));
            return;
        }

        into[0] = quantity switch
        {
            StyleQuantity.Brightness => (float)(_luma / Count),
            StyleQuantity.Contrast => (float)contrast,
            StyleQuantity.Warmth => Share(_red - _blue),
            StyleQuantity.Fineness => (float)(fine / (contrast + Smallest)),
            _ => Brightest() - (float)(_luma / Count),
        };
    }

    private float Share(double sum) => (float)(sum / Count / byte.MaxValue);

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
