namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// A U-Net's outermost weights for larger blocks of pixels (<c>generator.patch</c>): with them it translates a picture F times as large as it translated the mean of each FxF pixels before,
/// each pixel of its answer enlarged to FxF. So a generator of small pictures is where one of large pictures starts.
/// </summary>
internal static class EnlargedWeights
{
    private const string First = "encoder.0.conv.weight";
    private const string Last = "decoder.0.conv.weight";

    /// <summary>Enlarges weights that are those of smaller blocks.</summary>
    /// <param name="name">The weight's name.</param>
    /// <param name="values">The weight as it was, <c>[A,B,k,k]</c>.</param>
    /// <param name="shape">The weight that is wanted, <c>[A,B,F*k,F*k]</c>.</param>
    /// <returns>As many values as <paramref name="shape"/> has; null where that is no larger form of what there is.</returns>
    public static float[]? Of(string name, float[] values, IReadOnlyList<long> shape)
    {
        if (name is not (First or Last) || shape is not [var outer, var inner, var side, _] || FactorOf(values.Length, outer * inner, side) is not { } factor)
        {
            return null;
        }

        var (wide, narrow) = ((int)side, (int)side / factor);
        var scale = name == First ? 1f / (factor * factor) : 1f;
        var larger = new float[outer * inner * wide * wide];
        for (var i = 0; i < larger.Length; i++)
        {
            var (kernel, y, x) = (i / (wide * wide), i / wide % wide, i % wide);
            larger[i] = scale * values[(kernel * narrow * narrow) + (y / factor * narrow) + (x / factor)];
        }

        return larger;
    }

    private static int? FactorOf(int length, long kernels, long side)
    {
        for (var factor = 2; factor <= 4; factor *= 2)
        {
            if (side % factor == 0 && length == kernels * (side / factor) * (side / factor))
            {
                return factor;
            }
        }

        return null;
    }
}
