using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>Where the detail of a picture's brightness lies. All are logarithms, so that a set's mean is not that of its few busiest pictures.</summary>
/// <param name="Octaves">ln of the mean power in each of four octaves, finest first: 1/4 cycle per pixel and above, 1/8 to 1/4, 1/16 to 1/8, 1/32 to 1/16.</param>
/// <param name="Slope">Of ln power over ln frequency; about -2 to -3 for photographs, steeper for blurred pictures.</param>
/// <param name="Lattice">For the periods of 2, 4 and 8 pixels: ln of the power there over the power just beside it.</param>
internal sealed record PictureSpectrum(double[] Octaves, double Slope, double[] Lattice)
{
    public const int OctaveCount = 4;

    /// <summary>In pixels.</summary>
    public static readonly int[] Periods = [2, 4, 8];

    /// <summary>Bins on each side of a period's own that its power may leak into: the window spreads a line over three.</summary>
    private const int Reach = 1;

    /// <summary>How far from a period's own bin the power beside it is taken, in bins.</summary>
    private const int Near = 3, Far = 6;

    /// <param name="brightness">Row by row, 0..1.</param>
    /// <param name="side">Of the square picture, in pixels; at least 32.</param>
    public static PictureSpectrum Of(ReadOnlySpan<float> brightness, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 32);
        var power = Power(brightness, side);
        var rings = new double[2 * OctaveCount];
        var counts = new int[rings.Length];
        for (var i = 1; i < power.Length; i++)
        {
            var (x, y) = (Signed(i % side, side), Signed(i / side, side));
            var ring = Math.Max(0, (int)Math.Floor(-2 * Math.Log2(Math.Sqrt((x * x) + (y * y)) * 2 / side)));
            if (ring < rings.Length)
            {
                rings[ring] += power[i];
                counts[ring]++;
            }
        }

        return new PictureSpectrum(
            [.. Enumerable.Range(0, OctaveCount).Select(octave => Math.Log((rings[2 * octave] + rings[(2 * octave) + 1]) / (counts[2 * octave] + counts[(2 * octave) + 1])))],
            SlopeOf([.. rings.Select((sum, ring) => Math.Log(sum / counts[ring]))]),
            [.. Periods.Select(period => LatticeAt(power, side, (int)Math.Round((double)side / period)))]);
    }

    /// <summary>Under a Hann window, which keeps the jump from one edge of the picture to the other out of the fine octaves.</summary>
    private static double[] Power(ReadOnlySpan<float> brightness, int side)
    {
        var mean = 0.0;
        foreach (var value in brightness)
        {
            mean += value;
        }

        mean /= brightness.Length;
        var window = new double[side];
        for (var i = 0; i < side; i++)
        {
            window[i] = 0.5 - (0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / side));
        }

        var values = new Complex[brightness.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (brightness[i] - mean) * window[i % side] * window[i / side];
        }

        TransformRows(values, side);
        Transpose(values, side);
        TransformRows(values, side);
        Transpose(values, side);
        return Array.ConvertAll(values, value => (value.Real * value.Real) + (value.Imaginary * value.Imaginary) + double.Epsilon);
    }

    private static void TransformRows(Complex[] values, int side)
    {
        var row = new Complex[side];
        for (var start = 0; start < values.Length; start += side)
        {
            Array.Copy(values, start, row, 0, side);
            Fourier.Forward(row, FourierOptions.NoScaling);
            row.CopyTo(values, start);
        }
    }

    private static void Transpose(Complex[] values, int side)
    {
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < y; x++)
            {
                (values[(y * side) + x], values[(x * side) + y]) = (values[(x * side) + y], values[(y * side) + x]);
            }
        }
    }

    private static double Signed(int bin, int side) => bin <= side / 2 ? bin : bin - side;

    /// <summary>By least squares; one ring is half an octave.</summary>
    private static double SlopeOf(double[] rings)
    {
        var step = -0.5 * Math.Log(2);
        var middle = (rings.Length - 1) / 2.0;
        var (across, squares) = (0.0, 0.0);
        for (var i = 0; i < rings.Length; i++)
        {
            across += (i - middle) * step * rings[i];
            squares += (i - middle) * step * (i - middle) * step;
        }

        return across / squares;
    }

    /// <summary>
    /// A lattice is a peak: it is held against the power at its sides on the same ray through the origin, because houses, being upright, have more
    /// on the axes than between them. Mean over the horizontal, the vertical and the two diagonal rays.
    /// </summary>
    private static double LatticeAt(double[] power, int side, int bin)
    {
        (int X, int Y)[] rays = [(1, 0), (0, 1), (1, 1), (1, -1)];
        return rays.Average(ray =>
        {
            var beside = Enumerable.Range(Near, Far - Near + 1).Average(off => Math.Log(Around(bin - off) * Around(bin + off)) / 2);
            return Math.Log(Around(bin)) - beside;

            double Around(int distance)
            {
                var sum = 0.0;
                for (var dy = -Reach; dy <= Reach; dy++)
                {
                    for (var dx = -Reach; dx <= Reach; dx++)
                    {
                        var (x, y) = ((ray.X * distance) + dx, (ray.Y * distance) + dy);
                        sum += power[((y + (2 * side)) % side * side) + ((x + (2 * side)) % side)];
                    }
                }

                return sum;
            }
        });
    }
}
