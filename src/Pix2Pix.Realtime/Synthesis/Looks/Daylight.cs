using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>The light that a look's hour and weather give, linear; what a camera makes of its brightness comes later.</summary>
internal sealed class Daylight
{
    public Daylight(FacadeLook look)
    {
        var day = Math.Clamp((look.Hour - 13) / 7.5f, -1, 1);
        Night = 1 - (Tone.Ramp(5, 6.8f, look.Hour) * (1 - Tone.Ramp(18.6f, 20.6f, look.Hour)));
        var facing = ValueNoise.Cell(1, 0, look.Variation);
        var elevation = 0.18f + (0.72f * (1 - (day * day)));
        var (x, z) = ((day * 0.8f) + ((facing - 0.5f) * 1.1f), 0.55f + (ValueNoise.Cell(2, 0, look.Variation) * 0.6f));
        var length = MathF.Sqrt((x * x) + (elevation * elevation) + (z * z));
        ToSun = new Vector3(x, elevation, z) / length;
        // A house that faces north is never in the sun.
        var isLit = ValueNoise.Cell(3, 0, look.Variation) > 0.22f;
        var (sun, sky) = look.Weather switch
        {
            Weather.Clear => (isLit ? 2.5f : 0, new Vector3(0.8f, 0.9f, 1.06f)),
            Weather.Cloudy => (isLit ? 1.3f : 0, new Vector3(0.86f, 0.93f, 1.04f)),
            Weather.Rain => (0, new Vector3(0.66f, 0.7f, 0.76f)),
            Weather.Fog => (0, new Vector3(0.92f, 0.95f, 0.98f)),
            _ => (0f, new Vector3(1, 1.01f, 1.04f)),
        };
        var evening = Tone.Ramp(0.62f, 0.95f, MathF.Abs(day));
        Sun = Tone.Mix(new Vector3(1, 0.94f, 0.84f), new Vector3(1, 0.6f, 0.32f), evening) * (sun * (1 - Night));
        Sky = Tone.Mix(Tone.Mix(sky, new Vector3(0.86f, 0.72f, 0.76f), evening * 0.5f), new Vector3(0.036f, 0.048f, 0.08f), Night);
        var (high, low) = look.Weather switch
        {
            Weather.Clear => (new Vector3(0.72f, 1.1f, 1.7f), new Vector3(1.35f, 1.6f, 1.8f)),
            Weather.Cloudy => (new Vector3(0.72f, 1.05f, 1.5f), sky * 1.2f),
            _ => (sky * 1.25f, sky * 1.2f),
        };
        Zenith = Tone.Mix(high, new Vector3(0.012f, 0.02f, 0.05f), Night);
        Horizon = Tone.Mix(
            Tone.Mix(low, new Vector3(1.4f, 0.85f, 0.5f), evening * (sun > 0 ? 0.9f : 0.3f)),
            new Vector3(0.10f, 0.08f, 0.08f), Night);
    }

    /// <summary>0 = day, 1 = night.</summary>
    public float Night { get; }

    /// <summary>Where the sun stands, length 1: x to the right, y up, z out of the wall.</summary>
    public Vector3 ToSun { get; }

    /// <summary>Zero where it doesn't shine on the wall.</summary>
    public Vector3 Sun { get; }

    /// <summary>The light from the whole sky.</summary>
    public Vector3 Sky { get; }

    /// <summary>How bright the sky looks high up.</summary>
    public Vector3 Zenith { get; }

    /// <summary>How bright the sky looks low down.</summary>
    public Vector3 Horizon { get; }
}
