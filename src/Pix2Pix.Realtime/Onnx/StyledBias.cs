namespace Pix2Pix.Realtime.Onnx;

/// <summary>A bias that a style moves: <c>bias + weight · ((style - neutral) / unit)</c>. Immutable; any thread.</summary>
internal sealed class StyledBias
{
    private readonly float[] _bias;
    private readonly float[] _weight;
    private readonly float[] _neutral;
    private readonly float[] _unit;

    /// <param name="bias">One number a channel.</param>
    /// <param name="weight"><c>[channels,K]</c>.</param>
    /// <param name="neutral">K numbers.</param>
    /// <param name="unit">K numbers.</param>
    internal StyledBias(float[] bias, float[] weight, float[] neutral, float[] unit) => (_bias, _weight, _neutral, _unit) = (bias, weight, neutral, unit);

    public int Channels => _bias.Length;

    /// <summary>Computes the bias; allocates nothing.</summary>
    /// <param name="style">K numbers, in the units of their definition.</param>
    /// <param name="into">One number a channel.</param>
    public void Compute(ReadOnlySpan<float> style, Span<float> into)
    {
        for (var channel = 0; channel < _bias.Length; channel++)
        {
            var sum = 0f;
            for (var i = 0; i < _neutral.Length; i++)
            {
                sum += _weight[(channel * _neutral.Length) + i] * ((style[i] - _neutral[i]) / _unit[i]);
            }

            into[channel] = sum + _bias[channel];
        }
    }
}
