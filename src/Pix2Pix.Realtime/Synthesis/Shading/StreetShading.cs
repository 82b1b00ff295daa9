using System.Numerics;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>Draws the surroundings of the house: sky with clouds, distant roofs, trees, and the street in front.</summary>
/// <remarks>A function of place alone, the same in every picture, so that an empty canvas shows one calm view.</remarks>
internal static class StreetShading
{
    private const uint Salt = 11;

    private static readonly Vector3 Zenith = Tone.Of(0.42f, 0.62f, 0.84f);
    private static readonly Vector3 Horizon = Tone.Of(0.86f, 0.90f, 0.92f);
    private static readonly Vector3 White = Tone.Of(0.97f, 0.97f, 0.96f);
    private static readonly Vector3 Roofs = Tone.Of(0.66f, 0.67f, 0.72f);
    private static readonly Vector3 Leaf = Tone.Of(0.34f, 0.47f, 0.26f);
    private static readonly Vector3 Pavement = Tone.Of(0.70f, 0.67f, 0.63f);
    private static readonly Vector3 Asphalt = Tone.Of(0.42f, 0.42f, 0.44f);

    public static Vector3 Shade(in Fragment at, PixelSize canvas)
    {
        // The view keeps its proportions: a wide canvas shows more of it.
        var (x, y) = ((at.X + 0.5f) / canvas.Height, (at.Y + 0.5f) / canvas.Height);
        return y > 0.9f ? Ground(y) : y > Crowns(x) ? Trees(x, y) : y > Skyline(x) ? Roofs * (1.06f - ((y - 0.6f) * 0.4f)) : Sky(x, y);
    }

    private static Vector3 Sky(float x, float y)
    {
        var cloud = Tone.Ramp(0.5f, 0.8f, ValueNoise.Cloud(x * 3, y * 7, Salt)) * 0.75f;
        return Tone.Mix(Tone.Mix(Zenith, Horizon, Tone.Clamp(y / 0.75f)), White, cloud);
    }

    private static float Skyline(float x) => 0.64f + (ValueNoise.Cell((int)(x * 9), 0, Salt) * 0.07f);

    private static float Crowns(float x) => 0.68f + (ValueNoise.Cloud(x * 6, 0.5f, Salt + 20) * 0.14f);

    private static Vector3 Trees(float x, float y)
    {
        var leaves = ValueNoise.Cloud(x * 22, y * 22, Salt + 5);
        return Leaf * (0.72f + (leaves * 0.6f) - (Tone.Ramp(0.76f, 0.9f, y) * 0.3f));
    }

    private static Vector3 Ground(float y) => y switch
    {
        < 0.935f => Pavement * (0.92f + (y < 0.908f ? -0.18f : 0)),
        < 0.945f => Pavement * 1.15f,
        _ => Asphalt * (1.08f - ((y - 0.945f) * 2)),
    };
}
