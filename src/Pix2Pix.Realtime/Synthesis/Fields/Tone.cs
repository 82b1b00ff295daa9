using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Fields;

/// <summary>Colours as red, green, blue in linear light, and the few curves that shading needs.</summary>
/// <remarks>The framework's own Lerp and Dot may fuse or reorder operations, depending on the processor; these never do.</remarks>
internal static class Tone
{
    /// <summary>Linear light of an sRGB colour in 0..1; a square stands in for the exact curve.</summary>
    public static Vector3 Linear(float red, float green, float blue) => new(red * red, green * green, blue * blue);

    public static Vector3 Linear(Vector3 srgb) => srgb * srgb;

    public static float Mix(float a, float b, float share) => a + ((b - a) * share);

    public static Vector3 Mix(Vector3 a, Vector3 b, float share) => a + ((b - a) * share);

    public static float Clamp(float value) => value < 0 ? 0 : value > 1 ? 1 : value;

    public static float Luminance(Vector3 tone) => (tone.X * 0.25f) + (tone.Y * 0.65f) + (tone.Z * 0.1f);

    /// <summary>0 at 0, 1 at 1, flat at both: Hermite's cubic.</summary>
    public static float Smooth(float t)
    {
        t = Clamp(t);
        return t * t * (3 - (2 * t));
    }

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static float Ramp(float from, float to, float value) => Smooth((value - from) / (to - from));

    /// <summary>1 in the middle of a hump that is 0 at 0 and at 1: a parabola in a sine's place.</summary>
    public static float Hump(float t) => 4 * t * (1 - t);
}
