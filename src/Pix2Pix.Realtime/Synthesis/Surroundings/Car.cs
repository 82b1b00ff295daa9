using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>A parked car from the side, as blurred as something that the camera did not focus on.</summary>
internal static class Car
{
    public static void Draw(LightBrush brush, House house, float left, float length, int number)
    {
        var kind = house.Chance(300 + number);
        var high = length * (kind < 0.25f ? 0.42f : 0.33f);
        var bottom = house.Storeys.GroundLine + ((10 + (3 * house.Chance(320 + number))) * house.Storeys.Scale);
        var paint = Paint(house.Chance(340 + number), house.Chance(360 + number));
        var (sky, sun) = (house.Light.Sky, house.Light.Sun);
        var soft = 1.2f + brush.Pixel;
        brush.Box(left - 2, bottom - high - 2, left + length + 2, bottom + 2, (x, y) =>
        {
            var (u, v) = ((x - left) / length, (bottom - y) / high);
            var body = Body(u, v, high, length, kind);
            var share = Tone.Clamp((body / soft) + 0.5f);
            var glass = Tone.Clamp(((Cabin(u, v, kind) * high) - 1) / soft) * (v > 0.56f ? 1 : 0);
            var wheel = Wheel(u, v, length, high);
            // The upper side mirrors the sky, the doors the street.
            var facing = v > 0.86f ? 0.95f : v > 0.5f ? 0.8f : 0.22f + (0.7f * v);
            var tone = (paint * ((sky * facing) + (sun * (0.2f + (0.3f * v))))) + (sky * (0.07f * Tone.Ramp(0.3f, 0.55f, v)));
            // The line between two doors, the bumper's shade, lamps at both ends.
            tone *= 1 - (0.45f * Pattern.Line((u - 0.53f) * length, 0.25f, soft) * (v > 0.2f ? 1 : 0)) - (v < 0.27f ? 0.3f : 0);
            var lamp = v is > 0.36f and < 0.5f ? Tone.Ramp(0.06f, 0.035f, MathF.Min(u, 1 - u)) : 0;
            tone = Tone.Mix(tone, u < 0.5f ? new Vector3(0.25f, 0.02f, 0.02f) * (sky + (sun * 0.2f)) : sky * 0.6f, lamp);
            glass *= 1 - (0.8f * Pattern.Line((u - 0.55f) * length, 0.5f, soft));
            tone = Tone.Mix(tone, sky * (0.03f + (0.3f * Tone.Ramp(0.62f, 0.92f, v))), glass);
            var dark = Tone.Clamp((wheel / soft) + 0.5f);
            var shadow = v < 0.12f ? Tone.Ramp(0, 0.12f, v + 0.06f) * Tone.Ramp(-0.03f, 0.04f, MathF.Min(u, 1 - u)) : 0;
            share = MathF.Max(share, MathF.Max(dark, shadow * 0.8f));
            var rim = Tone.Clamp((wheel - (high * 0.085f)) / soft + 0.5f);
            var below = Tone.Mix(sky * 0.025f, sky * 0.2f, rim);
            return (Tone.Mix(tone, below, MathF.Max(dark, v < 0.13f ? 0.95f : 0)), share);
        });
    }

    /// <summary>Distance inside the outline, units; negative outside.</summary>
    private static float Body(float u, float v, float high, float length, float kind)
    {
        var ends = 1 - MathF.Abs((2 * u) - 1);
        var hood = 0.56f * Tone.Smooth(MathF.Min(1, ends * 9)) + (0.03f * Tone.Hump(Tone.Clamp(u)));
        var lower = MathF.Min((hood - v) * high, MathF.Min(u, 1 - u) * length);
        return Round(MathF.Min(lower, (v - 0.1f) * high), v > 0.4f ? Cabin(u, v, kind) * high : -9);
    }

    /// <summary>The union of two shapes with a soft corner between them.</summary>
    private static float Round(float a, float b)
    {
        const float Soft = 2.5f;
        var blend = Tone.Clamp(0.5f + ((a - b) / (2 * Soft)));
        return Tone.Mix(b, a, blend) + (Soft * blend * (1 - blend));
    }

    private static float Cabin(float u, float v, float kind)
    {
        var (front, back) = kind < 0.25f ? (0.2f, 0.98f) : kind < 0.6f ? (0.28f, 0.93f) : (0.27f, 0.82f);
        var lean = (v - 0.5f) * 0.28f;
        var (side, roof) = (MathF.Min(u - front - lean, back - u - (lean * 0.7f)) * 2, 1 - v - (0.12f * MathF.Abs(u - ((front + back) / 2))));
        return -Round(-side * 10, -roof * 10) / 10;
    }

    private static float Wheel(float u, float v, float length, float high)
    {
        var radius = high * 0.21f;
        var (x, y) = (MathF.Min(MathF.Abs(u - 0.19f), MathF.Abs(u - 0.81f)) * length, (v * high) - radius);
        return radius - MathF.Sqrt((x * x) + (y * y));
    }

    private static Vector3 Paint(float kind, float tone) => kind switch
    {
        < 0.26f => new Vector3(0.015f + (0.03f * tone)),
        < 0.5f => new Vector3(0.24f + (0.2f * tone)),
        < 0.68f => new Vector3(0.6f, 0.6f, 0.58f),
        < 0.78f => new Vector3(0.3f, 0.025f, 0.02f),
        < 0.88f => new Vector3(0.03f, 0.05f, 0.10f + (0.05f * tone)),
        < 0.94f => new Vector3(0.05f, 0.08f, 0.06f),
        _ => new Vector3(0.28f, 0.22f, 0.14f),
    };
}
