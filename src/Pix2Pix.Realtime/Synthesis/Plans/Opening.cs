namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>A hole in the wall, pixels: what windows, doors and their surroundings are measured from.</summary>
internal readonly record struct Opening(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;

    public float Height => Bottom - Top;

    public float Middle => (Left + Right) / 2;
}
