using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A column or pilaster with its capital and base; on timber houses a post.</summary>
internal static class PillarElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var color = Weathering.Ledge(house.Trim, at, house);
        var width = at.Left + at.Right;
        if (house.Look.Style == HouseStyle.HalfTimbered)
        {
            var wood = Cladding.Wood(Tone.Mix(house.Door, house.Trim, 0.1f), at.Y, at.X, 4, at.Pixel, house.Salt);
            return new Surface(1.6f + wood.Bump, wood.Color);
        }

        var (capital, foot) = (MathF.Min(width * 0.8f, at.Column * 0.14f), MathF.Min(width * 0.7f, at.Column * 0.1f));
        var isPlain = house.Look.Style == HouseStyle.Modern;
        if (!isPlain && at.Above < capital)
        {
            var v = at.Above / capital;
            var leaf = Ornament.At((at.U * 2) - 1, (v * 2) - 1, house.Salt + 9);
            return new Surface(v < 0.22f ? 3.6f : v > 0.9f ? 3.2f : 2.4f + (leaf * 1.2f), color);
        }

        if (!isPlain && at.Below < foot)
        {
            return new Surface(3.2f + (at.Below < foot * 0.6f ? 0.6f : 0), color * 0.94f);
        }

        return Shaft(at, house, width) with { Color = color };
    }

    private static Surface Shaft(in Fragment at, House house, float width)
    {
        var x = (at.Left / width * 2) - 1;
        if (house.Chance(66) < 0.45f && house.Look.Style == HouseStyle.Classical)
        {
            // A half column, as round as it can be, with flutes where it is wide.
            var round = MathF.Sqrt(MathF.Max(0, 1 - (x * x)));
            var flute = width > 8 ? Tone.Hump(Pattern.Fraction(at.Left, width / 6)) * 0.4f : 0;
            return new Surface(1 + (round * MathF.Min(width * 0.4f, 4)) - flute, default);
        }

        var inset = MathF.Min(MathF.Min(at.Left, at.Right) - 1.6f, MathF.Min(at.Above, at.Below) - (width * 1.2f));
        var panel = width > 7 && house.Chance(67) < 0.5f ? Pattern.Edge(inset, at.Pixel) : 0;
        return new Surface(1.9f - (panel * 0.7f), default);
    }
}
