namespace Pix2Pix.Realtime.Onnx;

/// <summary>
/// Takes a norm with fixed statistics into the convolution before it: with <c>s = scale / sqrt(variance + epsilon)</c>, the weights of
/// each output channel become <c>s·w</c> and its bias <c>s·(b - mean) + shift</c>. Exact but for rounding, and one pass less over the picture.
/// </summary>
internal static class NormFolding
{
    /// <param name="weight">The convolution's weights.</param>
    /// <param name="outputDimension">Which dimension of the weights counts output channels: 0 for a convolution, 1 for a transposed one.</param>
    /// <param name="bias">The convolution's own bias; null = none.</param>
    /// <param name="norm">The norm's four vectors, one value an output channel.</param>
    /// <param name="epsilon">Added to the variance under the root.</param>
    /// <returns>The folded weight, shaped as before, and a bias of one value an output channel; both new.</returns>
    public static (WeightTensor Weight, WeightTensor Bias) Fold(WeightTensor weight, int outputDimension, WeightTensor? bias, RunningNorm norm, float epsilon)
    {
        var channels = weight.Dims[outputDimension];
        var inner = weight.Dims.Skip(outputDimension + 1).Aggregate(1, (product, dim) => product * dim);
        var factors = new double[channels];
        var shifts = new float[channels];
        for (var c = 0; c < channels; c++)
        {
            factors[c] = norm.Scale.Values[c] / Math.Sqrt(norm.Variance.Values[c] + (double)epsilon);
            shifts[c] = (float)((((bias?.Values[c] ?? 0.0) - norm.Mean.Values[c]) * factors[c]) + norm.Shift.Values[c]);
        }

        var values = new float[weight.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(weight.Values[i] * factors[i / inner % channels]);
        }

        return (new WeightTensor(weight.Dims, values), new WeightTensor([channels], shifts));
    }
}
