using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>A street lamp: a pole with an arm; it shines at night.</summary>
internal static class StreetLamp
{
    public static void Draw(LightBrush brush, House house)
    {
        var x0 = house.Width * (0.05f + (0.9f * house.Chance(470)));
        var (foot, top) = (house.Storeys.GroundLine + 4, house.Storeys.GroundLine - 90 - (50 * house.Chance(471)));
        var side = house.Chance(472) < 0.5f ? -1 : 1;
        var metal = Tone.Mix(new Vector3(0.05f), new Vector3(0.22f), house.Chance(473)) * ((house.Light.Sky * 0.8f) + (house.Light.Sun * 0.3f));
        brush.Box(x0 - 2, top, x0 + 2, foot, (x, y) =>
        {
            var half = 0.7f + (0.35f * Tone.Clamp((y - top) / (foot - top)));
            var round = 1 - (0.5f * MathF.Abs(x - x0 + 0.3f));
            return (metal * MathF.Max(0.35f, round), Pattern.Line(x - x0, half, brush.Pixel));
        });
        var (from, to) = side < 0 ? (x0 - 16, x0) : (x0, x0 + 16);
        brush.Columns(from, to, x => top + 1 - (3 * Tone.Hump(Tone.Clamp(MathF.Abs(x - x0) / 24))), 0.5f, metal, 1);
        var lamp = x0 + (side * 16);
        var shine = house.Light.Night * 2.2f;
        brush.Box(lamp - 22, top - 22, lamp + 22, top + 22, (x, y) =>
        {
            var (dx, dy) = ((x - lamp) / 3.4f, (y - top + 1) / 1.1f);
            var head = Tone.Clamp((1 - MathF.Sqrt((dx * dx) + (dy * dy))) * 2);
            var far = MathF.Sqrt(((x - lamp) * (x - lamp)) + ((y - top) * (y - top))) / 21;
            var near = MathF.Max(0, 1 - far);
            var glow = shine * near * near * near / (0.25f + far);
            var tone = Tone.Mix(new Vector3(1, 0.7f, 0.35f) * MathF.Max(1, shine), metal, head * (1 - house.Light.Night));
            return (tone, MathF.Max(head, Tone.Clamp(glow * 0.16f)));
        });
    }
}
