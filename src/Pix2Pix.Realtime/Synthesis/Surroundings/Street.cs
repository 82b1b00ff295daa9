using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>The ground before the house: slabs of the pavement, a kerb, the roadway; wet, snowed on, strewn with leaves as the weather has it.</summary>
internal static class Street
{
    /// <param name="at">The pixel.</param>
    /// <param name="below">How far below the house's foot it lies, in units.</param>
    /// <param name="house">Weather and season.</param>
    public static Surface Shade(in Fragment at, float below, House house)
    {
        var pavement = 5 + (4 * house.Chance(151));
        var (look, noise) = (house.Look, ValueNoise.Cloud(at.X * 0.1f, below * 0.5f, house.Salt + 152));
        var grain = ValueNoise.At(at.X * 1.2f, below * 2.5f, house.Salt + 153);
        var color = below < pavement
            ? Tone.Linear(0.56f, 0.54f, 0.51f) * (1 - (0.25f * Pattern.Stripes(at.X + (below * 0.4f), 9, 0.4f, at.Pixel)))
            : below < pavement + 1.6f ? Tone.Linear(0.62f, 0.6f, 0.57f) * (below < pavement + 0.6f ? 1.1f : 0.6f)
            : Tone.Linear(0.36f, 0.36f, 0.37f);
        color *= 0.72f + (0.3f * noise) + (0.2f * grain);
        var height = -0.5f + (below * 0.9f) - (below > pavement ? 1.2f : 0);
        if (look.Season == Season.Autumn && grain > 0.78f)
        {
            color = new Vector3(0.24f, 0.13f, 0.03f);
        }

        return look.Weather switch
        {
            Weather.Rain => new Surface(height, color * 0.45f, 0.22f + (0.3f * Tone.Ramp(0.45f, 0.6f, noise)), new Vector2(0, -0.3f + (grain * 0.1f))),
            Weather.Snow => new Surface(
                height + noise, Tone.Mix(color, new Vector3(0.62f, 0.65f, 0.7f), Tone.Ramp(0.3f, 0.55f, noise + (below < pavement ? 0.15f : 0)))),
            _ => new Surface(height, color),
        };
    }
}
