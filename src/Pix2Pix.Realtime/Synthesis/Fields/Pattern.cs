namespace Pix2Pix.Realtime.Synthesis.Fields;

/// <summary>Lines, edges and grids whose pixels hold their exact share of coverage, so that a small picture shows a large one's mean and no moiré.</summary>
internal static class Pattern
{
    /// <summary>The share of a pixel that lies beyond an edge.</summary>
    /// <param name="distance">From the edge to the pixel's centre, positive beyond it.</param>
    /// <param name="pixel">The pixel's size in the same unit.</param>
    public static float Edge(float distance, float pixel) => Tone.Clamp((distance / pixel) + 0.5f);

    /// <summary>The share of a pixel that lies within a distance of a line.</summary>
    public static float Line(float distance, float half, float pixel)
    {
        distance = MathF.Abs(distance);
        var (near, far) = (MathF.Max(distance - (pixel / 2), -half), MathF.Min(distance + (pixel / 2), half));
        return Tone.Clamp((far - near) / pixel);
    }

    /// <summary>The share of a pixel that lies on stripes: <paramref name="width"/> at the start of each period.</summary>
    public static float Stripes(float at, float period, float width, float pixel)
    {
        var half = pixel / 2;
        return (Sum(at + half, period, width) - Sum(at - half, period, width)) / pixel;
    }

    /// <summary>Where in its period a place is, 0..1.</summary>
    public static float Fraction(float at, float period) => (at / period) - MathF.Floor(at / period);

    private static float Sum(float at, float period, float width)
    {
        var cycle = MathF.Floor(at / period);
        return (cycle * width) + MathF.Min(at - (cycle * period), width);
    }
}
