using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Light;

/// <summary>How much of the sun and of the sky reaches each pixel of a relief, 0..1.</summary>
internal sealed class Illumination
{
    // Columns towards the light per row, units that its ray rises per unit, share.
    private static readonly (float Shift, float Slope, float Share)[] Sky =
        [(0, 0.3f, 0.2f), (-1, 0.7f, 0.18f), (1, 0.7f, 0.18f), (0, 1.1f, 0.22f), (-2.4f, 1.9f, 0.11f), (2.4f, 1.9f, 0.11f)];

    public Illumination(Field height, House house)
    {
        var pixel = house.Pixel;
        Sun = new Field(height.Width, height.Height);
        SkyLight = new Field(height.Width, height.Height);
        var toSun = house.Light.ToSun;
        if (house.Light.Sun != default)
        {
            ShadowSweep.Add(height, Math.Clamp(toSun.X / toSun.Y, -3, 3), pixel * toSun.Z / toSun.Y, 0.35f, 1, Sun);
            if (house.Chance(180) < 0.22f)
            {
                ShadeFromAcross(house);
            }
        }

        foreach (var (shift, slope, share) in Sky)
        {
            ShadowSweep.Add(height, shift, pixel * slope, 1.4f, share, SkyLight);
        }

        Near = BoxBlur.Of(height, Math.Max(1, (int)((1.6f / pixel) + 0.5f)));
        Wide = BoxBlur.Of(height, Math.Max(1, (int)((6 / pixel) + 0.5f)));
    }

    public Field Sun { get; }

    public Field SkyLight { get; }

    /// <summary>The mean height close around, which tells crevices from ridges.</summary>
    public Field Near { get; }

    /// <summary>The mean height farther around, which tells recesses from the open wall.</summary>
    public Field Wide { get; }

    /// <summary>The houses across the street keep the sun from the lower storeys: their roofs' outline, moved sideways by the sun.</summary>
    private void ShadeFromAcross(House house)
    {
        var line = house.Storeys.GroundLine - 22 - (80 * house.Chance(174));
        var lean = (house.Chance(175) - 0.5f) * 0.5f;
        for (var x = 0; x < Sun.Width; x++)
        {
            var at = x * house.Pixel;
            var step = ((ValueNoise.Cell((int)MathF.Floor(at / 90), 176, house.Salt) * 30) - (MathF.Abs(Pattern.Fraction(at, 90) - 0.5f) * 34));
            var edge = line + step + ((at - (house.Width / 2)) * lean);
            for (var y = 0; y < Sun.Height; y++)
            {
                Sun.Values[(y * Sun.Width) + x] *= 1 - Tone.Ramp(edge - 4, edge + 4, y * house.Pixel);
            }
        }
    }
}
