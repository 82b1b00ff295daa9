using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;
using Pix2Pix.Realtime.Synthesis.Surroundings;

namespace Pix2Pix.Realtime.Synthesis.Light;

/// <summary>What glass shows: the sky, and below it the houses across the street.</summary>
internal static class Mirror
{
    public static Vector3 At(float x, float y, Vector2 tilt, House house)
    {
        var light = house.Light;
        var rise = 0.02f + ((house.Storeys.GroundLine - y) / 420) + (tilt.Y * 0.9f);
        var along = (x / 190) + (tilt.X * 1.6f);
        var cell = (int)MathF.Floor(along * 4);
        var roof = 0.36f + (0.26f * ValueNoise.At(along * 4, 171, house.Salt));
        var open = Tone.Ramp(roof - 0.02f, roof + 0.02f, rise);
        var sky = open > 0 ? SkyView.At(along, Tone.Clamp(rise - 0.2f), house.Look, light) * 0.8f : default;
        var (toBay, toStorey) = (MathF.Abs(Pattern.Fraction(along, 0.13f) - 0.5f), MathF.Abs(Pattern.Fraction(rise, 0.19f) - 0.5f));
        var window = Tone.Ramp(0.3f, 0.15f, toBay) * Tone.Ramp(0.36f, 0.2f, toStorey);
        var tone = 0.10f + (0.16f * ValueNoise.Cell(cell, 172, house.Salt));
        var lit = (light.Sky * 0.9f) + (light.Sun * (0.1f + (0.25f * house.Chance(173))));
        return Tone.Mix(lit * (tone * (1 - (0.6f * window))) * new Vector3(1.05f, 1, 0.9f), sky, open);
    }
}
