using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>Someone who walks by: a coat, legs, a head, out of focus.</summary>
internal static class Pedestrian
{
    public static void Draw(LightBrush brush, House house, int number)
    {
        var size = house.Storeys.Scale;
        var tall = 27 * size;
        var middle = house.Width * house.Chance(400 + number);
        var foot = house.Storeys.GroundLine + 2 + (4 * house.Chance(410 + number));
        var coat = new Vector3(house.Chance(420 + number), house.Chance(430 + number), house.Chance(440 + number));
        coat = coat * coat * (0.1f + (0.3f * house.Chance(450 + number)));
        var legs = new Vector3(0.02f, 0.022f, 0.03f);
        var stride = 1.4f * house.Chance(460 + number);
        var (sky, soft) = ((house.Light.Sky * 0.7f) + (house.Light.Sun * 0.3f), 0.7f + (brush.Pixel / size));
        brush.Box(middle - (8 * size), foot - tall - 2, middle + (8 * size), foot + 1, (x, y) =>
        {
            var (dx, v) = ((x - middle) / size, (foot - y) / tall);
            var head = 1.9f - MathF.Sqrt((dx * dx) + ((v - 0.93f) * (v - 0.93f) * 729));
            var trunk = MathF.Min(3.4f - (1.1f * MathF.Abs((v - 0.68f) * 4)) - MathF.Abs(dx), MathF.Min((v - 0.42f) * 27, (0.86f - v) * 27));
            var leg = MathF.Min(1.3f - MathF.Abs(MathF.Abs(dx) - (stride * (1 - (v * 1.6f))) - 0.4f), MathF.Min(v * 27, (0.47f - v) * 27));
            var share = Tone.Clamp((MathF.Max(head, MathF.Max(trunk, leg)) / soft) + 0.5f);
            var tone = head > trunk ? new Vector3(0.3f, 0.2f, 0.14f) : trunk > leg ? coat : legs;
            return (tone * sky * (0.7f + (0.1f * dx)), share);
        });
    }
}
