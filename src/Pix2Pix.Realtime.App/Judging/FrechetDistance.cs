using MathNet.Numerics.LinearAlgebra;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>
/// How far apart the distributions of two sets of feature vectors are, each taken as a Gaussian:
/// |m1 - m2|² + tr(C1 + C2 - 2 (C1 C2)^½) (Fréchet 1957, Dowson and Landau 1982; used for pictures by Heusel et al. 2017).
/// </summary>
internal static class FrechetDistance
{
    /// <remarks>
    /// With X the centred vectors over √(n-1) as rows, C = XᵀX; the eigenvalues of C1 C2 that are not 0 are the squared singular values of
    /// X1 X2ᵀ, which has as many rows and columns as there are pictures: exact, and small where pictures are few and features many.
    /// </remarks>
    /// <param name="first">At least 2 vectors.</param>
    /// <param name="second">At least 2 vectors of the same length.</param>
    public static double Between(IReadOnlyList<float[]> first, IReadOnlyList<float[]> second)
    {
        var (mean1, centred1) = Centre(first);
        var (mean2, centred2) = Centre(second);
        var shift = (mean1 - mean2).DotProduct(mean1 - mean2);
        var spread1 = centred1.Enumerate().Sum(value => value * value);
        var spread2 = centred2.Enumerate().Sum(value => value * value);
        var shared = centred1.TransposeAndMultiply(centred2).Svd(computeVectors: false).S.Sum();
        return Math.Max(0, shift + spread1 + spread2 - (2 * shared));
    }

    private static (Vector<double> Mean, Matrix<double> Centred) Centre(IReadOnlyList<float[]> vectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Count, 2);
        var rows = Matrix<double>.Build.Dense(vectors.Count, vectors[0].Length, (row, column) => vectors[row][column]);
        var mean = rows.ColumnSums() / vectors.Count;
        var scale = 1 / Math.Sqrt(vectors.Count - 1);
        return (mean, rows.MapIndexed((_, column, value) => (value - mean[column]) * scale));
    }
}
