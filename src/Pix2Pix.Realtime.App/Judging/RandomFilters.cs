using System.Numerics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>
/// Describes a picture's texture by what random filters answer at four scales: no weights, nothing learned, so nothing that a loss could have been
/// trained against. Immutable; any thread.
/// </summary>
internal sealed class RandomFilters
{
    private const int Filters = 16;
    private const int Taps = 5;
    private const int Levels = 4;
    private const ulong Seed = 1;

    /// <summary>Below half a grey level an answer is the rounding to 8 bits.</summary>
    private const double Rounding = 0.5 / 255;

    /// <summary>How many numbers describe a picture: two for each filter at each scale.</summary>
    public const int Length = Levels * Filters * 2;

    /// <summary>The mean size over the root of the mean square of what is normally distributed, as noise is.</summary>
    public const double OfNoise = 0.7979;

    private readonly float[][] _weights = [.. Enumerable.Range(0, Filters).Select(Draw)];

    /// <param name="planes">Red, green and blue, row by row, 0..1.</param>
    /// <param name="side">Of the square picture, in pixels; at least 64.</param>
    /// <returns>For each scale, finest first, and each filter: ln of the root of its mean square, and its mean size over that root, which is lower the sparser it answers.</returns>
    public float[] Describe(float[][] planes, int side)
    {
        var features = new float[Length];
        var index = 0;
        for (var level = 0; level < Levels; level++)
        {
            var smooth = planes.Select(plane => Smooth(plane, side)).ToArray();
            var bands = planes.Zip(smooth, (plane, low) => Difference(plane, low)).ToArray();
            foreach (var weights in _weights)
            {
                var (square, size) = Answer(bands, side, weights);
                var root = Math.Sqrt(square);
                features[index++] = (float)Math.Log(root + Rounding);
                features[index++] = (float)(root > 0 ? size / root : OfNoise);
            }

            planes = [.. smooth.Select(plane => EverySecond(plane, side))];
            side /= 2;
        }

        return features;
    }

    /// <summary>How sparsely the filters answer at the finest scale: about 0.7 for photographs, <see cref="OfNoise"/> for noise.</summary>
    /// <param name="features">From <see cref="Describe"/>.</param>
    public static double Finest(float[] features) => Enumerable.Range(0, Filters).Average(filter => features[(2 * filter) + 1]);

    /// <summary>Normally distributed weights, of length 1 together.</summary>
    private static float[] Draw(int index)
    {
        var random = new SeededRandom(SeededRandom.Mix(Seed, index));
        var weights = new float[3 * Taps * Taps];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        var length = MathF.Sqrt(weights.Sum(weight => weight * weight));
        return [.. weights.Select(weight => weight / length)];
    }

    /// <summary>The filter's mean square and mean size over all places where it lies inside the picture.</summary>
    private static (double Square, double Size) Answer(float[][] bands, int side, float[] weights)
    {
        var inside = side - Taps + 1;
        var row = new float[inside];
        var (square, size) = (0.0, 0.0);
        for (var y = 0; y < inside; y++)
        {
            Array.Clear(row);
            for (var tap = 0; tap < weights.Length; tap++)
            {
                var from = bands[tap / (Taps * Taps)].AsSpan(((y + (tap / Taps % Taps)) * side) + (tap % Taps), inside);
                AddScaled(row, from, weights[tap]);
            }

            foreach (var value in row)
            {
                square += value * value;
                size += Math.Abs(value);
            }
        }

        return (square / (inside * inside), size / (inside * inside));
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> values, float weight)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var from = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] += from[i] * weight;
        }

        for (var i = wide.Length * Vector<float>.Count; i < sum.Length; i++)
        {
            sum[i] += values[i] * weight;
        }
    }

    /// <summary>By the binomial 1 4 6 4 1 both ways, as in the pyramid of Burt and Adelson.</summary>
    private static float[] Smooth(float[] plane, int side)
    {
        var rows = new float[plane.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            var (x, start) = (i % side, i / side * side);
            rows[i] = Binomial(plane[start + Math.Max(x - 2, 0)], plane[start + Math.Max(x - 1, 0)], plane[i], plane[start + Math.Min(x + 1, side - 1)], plane[start + Math.Min(x + 2, side - 1)]);
        }

        var smooth = new float[plane.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            var (x, y) = (i % side, i / side);
            smooth[i] = Binomial(rows[(Math.Max(y - 2, 0) * side) + x], rows[(Math.Max(y - 1, 0) * side) + x], rows[i], rows[(Math.Min(y + 1, side - 1) * side) + x], rows[(Math.Min(y + 2, side - 1) * side) + x]);
        }

        return smooth;
    }

    private static float Binomial(float a, float b, float c, float d, float e) => (a + (4 * b) + (6 * c) + (4 * d) + e) / 16;

    private static float[] Difference(float[] plane, float[] low)
    {
        var band = new float[plane.Length];
        for (var i = 0; i < band.Length; i++)
        {
            band[i] = plane[i] - low[i];
        }

        return band;
    }

    private static float[] EverySecond(float[] plane, int side)
    {
        var half = side / 2;
        var small = new float[half * half];
        for (var i = 0; i < small.Length; i++)
        {
            small[i] = plane[(i / half * 2 * side) + (i % half * 2)];
        }

        return small;
    }
}
