using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>Turned posts of a stone railing.</summary>
internal static class Baluster
{
    private const float Period = 4;

    /// <summary>How far a row of balusters stands out, 0..1; 0 between them.</summary>
    /// <param name="x">Along the railing, in units.</param>
    /// <param name="v">0..1 down the railing.</param>
    /// <param name="pixel">The pixel's size.</param>
    public static float Height(float x, float v, float pixel)
    {
        // A vase: slender above, full below, a ring at each end.
        var belly = 0.45f + (0.5f * Tone.Hump(Tone.Clamp((v - 0.25f) / 0.75f)));
        var half = Period * 0.5f * (v is < 0.1f or > 0.9f ? 0.85f : belly * 0.85f);
        var off = (Pattern.Fraction(x, Period) - 0.5f) * Period;
        var round = MathF.Sqrt(MathF.Max(0, 1 - (off * off / (half * half))));
        return round * Pattern.Edge(half - MathF.Abs(off), pixel);
    }
}
