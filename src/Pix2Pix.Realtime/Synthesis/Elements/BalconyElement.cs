using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A balcony: its slab on brackets, and a railing of iron, stone, glass or plate, with what stands behind it.</summary>
internal static class BalconyElement
{
    private const float Reach = 7;

    public static Surface Shade(in Fragment at, House house)
    {
        var slab = Math.Clamp(at.Column * 0.16f, 1.2f, 4);
        var brackets = at.Column > 18 && house.Look.Style != HouseStyle.Modern ? 3 : 0;
        if (at.Below < brackets)
        {
            var bracket = Profile.Blocks(at.X, 11, at.Pixel);
            var wall = WallElement.Bare(at, house);
            return new Surface(bracket * (2 + at.Below), Tone.Mix(wall.Color * 0.8f, Weathering.Ledge(house.Trim, at, house), bracket));
        }

        if (at.Below < brackets + slab)
        {
            var v = 1 - ((at.Below - brackets) / slab);
            return new Surface(Reach - (v > 0.55f ? 1.2f : 0), Weathering.Ledge(Tone.Mix(house.Trim, new Vector3(0.35f), 0.3f), at, house) * 0.92f);
        }

        return Rail(at, house, at.Column - slab - brackets);
    }

    private static Surface Rail(in Fragment at, House house, float high)
    {
        var kind = house.Chance(58);
        var rail = house.Look.Style switch
        {
            HouseStyle.Modern when kind < 0.4f => Pane(at, house),
            HouseStyle.Modern when kind < 0.75f => Plate(at, house),
            HouseStyle.Plain when kind < 0.3f => Plate(at, house),
            HouseStyle.Classical when kind < 0.4f && high > 7 => Stone(at, house, high),
            HouseStyle.HalfTimbered => Boards(at, house),
            _ => Iron(at, house, high),
        };
        var hang = (high * 0.35f) + ((ValueNoise.Cloud(at.X * 0.16f, 2, at.Of.Seed) - 0.55f) * high * 1.6f) - at.Above;
        return at.Of.Chance(17) < house.Look.Clutter * 0.4f && hang > 0 ? SillElement.Flowers(at, house, rail, Tone.Clamp(hang)) : rail;
    }

    /// <summary>What one sees between the bars: the window goes on, or the wall in the shade.</summary>
    private static Surface Behind(in Fragment at, House house)
    {
        if (at.Roof is FacadeClass.Window or FacadeClass.Door or FacadeClass.Blind)
        {
            var frame = Pattern.Stripes(at.X, 9, 1.1f, at.Pixel) * 0.8f;
            return new Surface(-2, Tone.Mix(new Vector3(0.035f), house.Frame * 0.8f, frame), 0.16f * (1 - frame));
        }

        return WallElement.Bare(at, house);
    }

    private static Surface Iron(in Fragment at, House house, float high)
    {
        var behind = Behind(at, house);
        var period = 2.3f + (house.Chance(59) * 1.2f);
        var bar = Pattern.Stripes(at.X, period, 0.42f, at.Pixel);
        var (top, low) = (Pattern.Edge(0.9f - at.Above, at.Pixel), Pattern.Line(high - at.Above - 0.8f, 0.4f, at.Pixel));
        var scroll = 0f;
        if (house.Chance(60) < 0.6f && high > 6)
        {
            // Rings between the bars.
            var (x, y) = ((Pattern.Fraction(at.X, period * 2) - 0.5f) * period * 2, at.Above - (high * 0.3f));
            var ring = MathF.Sqrt((x * x) + (y * y)) - (period * 0.8f);
            scroll = MathF.Max(Pattern.Line(ring, 0.3f, at.Pixel), Pattern.Line(at.Above - (high * 0.3f) - (period * 0.85f), 0.25f, at.Pixel));
        }

        var iron = MathF.Max(MathF.Max(bar, scroll), MathF.Max(top, low));
        var rust = house.Look.Age * ValueNoise.At(at.X * 0.4f, at.Y * 0.4f, house.Salt);
        var paint = house.Chance(61) < 0.75f ? new Vector3(0.018f, 0.018f, 0.02f) : house.Shutter * 0.5f;
        var color = Tone.Mix(paint, new Vector3(0.11f, 0.05f, 0.03f), rust * 0.6f);
        return new Surface(Tone.Mix(behind.Height, Reach - 0.6f, iron), Tone.Mix(behind.Color, color, iron), behind.Gloss * (1 - iron), behind.Tilt);
    }

    private static Surface Stone(in Fragment at, House house, float high)
    {
        var color = Weathering.Ledge(house.Trim, at, house);
        var isPost = MathF.Min(at.Left, at.Right) < 3.4f;
        if (at.Above < 1.6f || high - at.Above < 1.2f || isPost)
        {
            return new Surface(isPost ? Reach - 0.4f : Reach, color);
        }

        var vase = Baluster.Height(at.X, (at.Above - 1.6f) / (high - 2.8f), at.Pixel);
        return new Surface(Tone.Mix(1.5f, Reach - 2 + vase, Tone.Clamp(vase * 3)), Tone.Mix(color * 0.35f, color, Tone.Clamp(vase * 3)));
    }

    private static Surface Plate(in Fragment at, House house)
    {
        var seam = Pattern.Stripes(at.X, 16, 0.5f, at.Pixel);
        var top = Pattern.Edge(1 - at.Above, at.Pixel);
        var color = house.Chance(62) < 0.5f ? Tone.Mix(house.Wall, house.Trim, 0.5f) : Tone.Mix(house.Shutter, house.Wall, 0.3f);
        return new Surface(Reach - 0.5f - (seam * 0.5f) + (top * 0.5f), Weathering.Ledge(color * (1 - (seam * 0.4f)) * (1 - (top * 0.5f)), at, house));
    }

    private static Surface Pane(in Fragment at, House house)
    {
        var behind = Behind(at, house);
        var post = MathF.Max(Pattern.Stripes(at.X, 18, 0.7f, at.Pixel), Pattern.Edge(0.7f - at.Above, at.Pixel));
        var milk = Tone.Mix(behind.Color * 0.7f, new Vector3(0.22f, 0.27f, 0.26f), 0.45f);
        return new Surface(Reach - 1, Tone.Mix(milk, new Vector3(0.3f), post), 0.2f * (1 - post), new Vector2(0.1f, 0.15f));
    }

    private static Surface Boards(in Fragment at, House house)
    {
        var wood = Cladding.Wood(Tone.Mix(house.Door, new Vector3(0.1f, 0.06f, 0.03f), 0.5f), at.Y, at.X, 3.4f, at.Pixel, house.Salt);
        return new Surface(Reach - 1 + wood.Bump, wood.Color * (at.Above < 1.4f ? 1.25f : 1));
    }
}
