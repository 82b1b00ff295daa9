using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>The sky as the camera sees it and as glass mirrors it.</summary>
internal static class SkyView
{
    /// <param name="x">Along the horizon, in heights of the picture.</param>
    /// <param name="rise">0 = at the horizon, 1 = high up.</param>
    /// <param name="look">Weather and hour.</param>
    /// <param name="light">The light that follows from them.</param>
    public static Vector3 At(float x, float rise, FacadeLook look, Daylight light)
    {
        var ground = Tone.Mix(light.Horizon, light.Zenith, Tone.Smooth(rise));
        var cloud = ValueNoise.Cloud((x * 2.2f) + 3, rise * (4 + (2 * rise)), look.Variation + 201);
        var detail = ValueNoise.Cloud((x * 7.3f) + cloud, rise * 13, look.Variation + 202);
        var shade = (cloud * 0.75f) + (detail * 0.25f);
        var white = (light.Sky * 1.55f) + (light.Sun * 0.12f);
        return look.Weather switch
        {
            Weather.Clear => Tone.Mix(ground, white, Tone.Ramp(0.6f, 0.86f, shade) * 0.5f),
            Weather.Cloudy => Tone.Mix(ground, white * (0.65f + (0.5f * detail)), Tone.Ramp(0.42f, 0.62f, shade)),
            Weather.Rain => ground * (0.72f + (0.5f * shade)),
            _ => ground * (0.9f + (0.2f * shade)),
        };
    }
}
