using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Light;

/// <summary>Lets the light fall on surfaces: sun, sky, the street's reflection, what glass mirrors, what lamps send out.</summary>
internal static class Shading
{
    private const float Steepest = 1.5f;

    private static readonly Vector3 Snow = new(0.72f, 0.75f, 0.8f);

    /// <summary>The light that each pixel sends to the camera, linear.</summary>
    public static Vector3[] Shade(SurfaceMap surfaces, House house)
    {
        var height = surfaces.Heights;
        var light = new Illumination(height, house);
        var picture = new Vector3[height.Values.Length];
        var (w, h) = (height.Width, height.Height);
        for (var y = 0; y < h; y++)
        {
            var up = height.Row(Math.Max(y - 1, 0));
            var down = height.Row(Math.Min(y + 1, h - 1));
            var row = height.Row(y);
            for (var x = 0; x < w; x++)
            {
                var scale = 0.5f / house.Pixel;
                var gx = Math.Clamp((row[Math.Min(x + 1, w - 1)] - row[Math.Max(x - 1, 0)]) * scale, -Steepest, Steepest);
                var gy = Math.Clamp((down[x] - up[x]) * scale, -Steepest, Steepest);
                picture[(y * w) + x] = Pixel(surfaces.At(x, y), row[x], gx, gy, light, x, y, house);
            }
        }

        return picture;
    }

    private static Vector3 Pixel(in Finish finish, float height, float gx, float gy, Illumination light, int x, int y, House house)
    {
        var day = house.Light;
        var i = (y * light.Sun.Width) + x;
        var facing = 1 / MathF.Sqrt((gx * gx) + (gy * gy) + 1);
        var (nx, ny) = (-gx * facing, gy * facing);
        var near = Tone.Clamp((light.Near.Values[i] - height) * 0.32f);
        var wide = Tone.Clamp((light.Wide.Values[i] - height) * 0.09f);
        var open = (1 - (near * 0.7f)) * (1 - (wide * 0.5f));
        var color = finish.Color;
        if (house.Look.Weather == Weather.Snow)
        {
            color = Tone.Mix(color, Snow, Tone.Ramp(0.35f, 1.1f, gy) * (finish.Gloss > 0.1f ? 0 : 0.9f));
        }

        color *= house.Look.Weather == Weather.Rain ? 0.84f : 1;
        // Dirt stays where no rain washes it away.
        color *= 1 - (house.Look.Age * 0.45f * (near + (wide * 0.6f)));
        var sun = MathF.Max(0, (nx * day.ToSun.X) + (ny * day.ToSun.Y) + (facing * day.ToSun.Z)) * light.Sun.Values[i];
        var sky = ((light.SkyLight.Values[i] * (0.72f + (0.5f * ny))) + 0.1f) * open;
        var bounce = (0.2f - (0.18f * ny)) * open;
        var falling = (day.Sun * sun) + (day.Sky * sky) + (((day.Sky * 0.3f) + (day.Sun * 0.25f)) * new Vector3(1.05f, 1, 0.9f) * bounce);
        var radiance = (color * falling) + finish.Glow;
        if (finish.Gloss > 0.01f)
        {
            radiance += Mirror.At((x + 0.5f) * house.Pixel, (y + 0.5f) * house.Pixel, finish.Tilt, house) * (finish.Gloss * (0.45f + (0.55f * open)));
        }

        var haze = house.Look.Weather switch { Weather.Fog => 0.2f, Weather.Rain => 0.06f, _ => 0.012f };
        return Tone.Mix(radiance, day.Horizon * 0.8f, haze);
    }
}
