using MathNet.Numerics.LinearAlgebra;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>
/// KID, the kernel distance of two sets of feature vectors: the unbiased estimate of the squared maximum mean discrepancy with the kernel
/// (x·y/d + 1)³ (Binkowski et al. 2018). Of two sets of one kind it is 0 on average for any number of pictures, so it may be below 0.
/// </summary>
internal static class KernelDistance
{
    private const int Resamples = 400;
    private const ulong Seed = 1;

    /// <summary>The distance, and its interval over sets drawn again from these.</summary>
    /// <param name="first">At least 2 vectors.</param>
    /// <param name="second">At least 2 vectors of the same length.</param>
    public static Estimate Between(IReadOnlyList<float[]> first, IReadOnlyList<float[]> second)
    {
        var (a, b) = (Rows(first), Rows(second));
        var (within1, within2, across) = (Kernel(a, a), Kernel(b, b), Kernel(a, b));
        var random = new SeededRandom(Seed);
        var again = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            again[i] = Distance(Draw(first.Count, ref random), Draw(second.Count, ref random));
        }

        Array.Sort(again);
        return new Estimate(
            Distance(Ones(first.Count), Ones(second.Count)),
            again[(int)(0.025 * Resamples)], again[(int)(0.975 * Resamples) - 1]);

        double Distance(Vector<double> times1, Vector<double> times2) =>
            Within(within1, times1) + Within(within2, times2) - (2 * (across * times2).DotProduct(times1) / (times1.Sum() * times2.Sum()));
    }

    /// <summary>
    /// The mean over pairs of different pictures. One drawn twice is not compared with itself, which would count as a set that repeats itself and move
    /// the whole interval up.
    /// </summary>
    private static double Within(Matrix<double> kernel, Vector<double> times)
    {
        var squares = times.PointwiseMultiply(times);
        var pairs = (times.Sum() * times.Sum()) - squares.Sum();
        return ((kernel * times).DotProduct(times) - squares.DotProduct(kernel.Diagonal())) / pairs;
    }

    private static Matrix<double> Rows(IReadOnlyList<float[]> vectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Count, 2);
        return Matrix<double>.Build.Dense(vectors.Count, vectors[0].Length, (row, column) => vectors[row][column]);
    }

    private static Matrix<double> Kernel(Matrix<double> a, Matrix<double> b) =>
        a.TransposeAndMultiply(b).Map(product => Math.Pow((product / a.ColumnCount) + 1, 3), Zeros.Include);

    private static Vector<double> Ones(int count) => Vector<double>.Build.Dense(count, 1);

    /// <summary>How often each picture is drawn when as many are drawn as there are; at least two different ones, or there would be no pair.</summary>
    private static Vector<double> Draw(int count, ref SeededRandom random)
    {
        var times = new double[count];
        do
        {
            Array.Clear(times);
            for (var i = 0; i < count; i++)
            {
                times[random.Next(count)]++;
            }
        }
        while (times.Count(drawn => drawn > 0) < 2);

        return Vector<double>.Build.Dense(times);
    }
}
