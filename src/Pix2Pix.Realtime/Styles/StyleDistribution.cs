using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Styles;

/// <summary>The styles of a training set: a sample of the measured ones. Immutable; any thread.</summary>
/// <param name="Samples">A style each; empty = nothing was measured.</param>
public sealed record StyleDistribution(IReadOnlyList<float[]> Samples)
{
    /// <summary>A model's file keeps at most so many.</summary>
    public const int MostSamples = 64;

    /// <summary>How far at most a random style lies from a measured one towards another: so no two are alike, and all lie among those that were learned.</summary>
    private const float LargestStep = 0.5f;

    /// <summary>The mean of one of the style's numbers.</summary>
    public float Mean(int value) => Samples.Average(sample => sample[value]);

    /// <summary>The standard deviation of one of the style's numbers.</summary>
    public float Deviation(int value)
    {
        var mean = Mean(value);
        return MathF.Sqrt(Samples.Average(sample => (sample[value] - mean) * (sample[value] - mean)));
    }

    /// <summary>A style as the training set has them, or uniform over the ranges where nothing was measured. The same seed, the same style.</summary>
    /// <param name="into">Becomes a style of <paramref name="definition"/>.</param>
    public void Sample(StyleDefinition definition, ulong seed, Span<float> into)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var state = SplitMix64.Mix(seed);
        if (Samples.Count == 0)
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = definition.Values[i].Min + ((definition.Values[i].Max - definition.Values[i].Min) * Uniform(ref state));
            }

            return;
        }

        var (one, other) = (Samples[Draw(ref state)], Samples[Draw(ref state)]);
        var step = LargestStep * Uniform(ref state);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = one[i] + (step * (other[i] - one[i]));
        }
    }

    private int Draw(ref ulong state) => (int)(SplitMix64.Next(ref state) % (ulong)Samples.Count);

    private static float Uniform(ref ulong state) => (SplitMix64.Next(ref state) >> 40) * (1f / (1 << 24));
}
