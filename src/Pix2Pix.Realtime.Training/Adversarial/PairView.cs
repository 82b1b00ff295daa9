using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>How the discriminator sees one pair: drawn at random, all alike in their ranges and without a state.</summary>
/// <param name="Brightness">Added to the picture: -0.5..0.5 of the range -1..1.</param>
/// <param name="Saturation">Factor of the picture's distances to grey: 0..2.</param>
/// <param name="Contrast">Factor of its distances to its mean: 0.5..1.5.</param>
/// <param name="ShiftX">Of map and picture, as a share of the width: -1/8..1/8.</param>
/// <param name="ShiftY">The same of the height.</param>
/// <param name="HoleX">The middle of what is cut out of both, as a share of the width: 0..1.</param>
/// <param name="HoleY">The same of the height.</param>
internal readonly record struct PairView(double Brightness, double Saturation, double Contrast, double ShiftX, double ShiftY, double HoleX, double HoleY)
{
    /// <summary>The largest shift, as a share of the side.</summary>
    public const double LargestShift = 0.125;

    /// <summary>One view for each pair of a step.</summary>
    /// <param name="seed">The same seed, the same views.</param>
    /// <param name="pairs">How many.</param>
    public static PairView[] Draw(ulong seed, long pairs)
    {
        var state = seed;
        var views = new PairView[pairs];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = new PairView(
                Next() - 0.5, 2 * Next(), 0.5 + Next(),
                ((2 * Next()) - 1) * LargestShift, ((2 * Next()) - 1) * LargestShift, Next(), Next());
        }

        return views;

        double Next() => (SplitMix64.Next(ref state) >> 11) * (1.0 / (1UL << 53));
    }
}
