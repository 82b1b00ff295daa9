using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A band along the house: a string course, the cornice under the roof with its brackets and gutter, a frieze where it is high.</summary>
internal static class MoldingElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var isTop = at.Roof is FacadeClass.Background or null && at.Of.Top < house.Storeys.Top + 30;
        var color = Weathering.Ledge(house.Trim, at, house);
        if (house.Look.Style == HouseStyle.Modern)
        {
            var seam = Pattern.Stripes(at.X, 44, 0.5f, at.Pixel);
            return new Surface((isTop ? 2.2f : 1.1f) - (seam * 0.4f) + (at.Above < 1 ? 0.5f : 0), color * (1 - (seam * 0.3f)));
        }

        // A high band is a frieze under a ledge, a very high one stands on another ledge.
        var ledge = MathF.Min(at.Column, isTop ? 9 + (house.Chance(36) * 5) : 6 + (house.Chance(37) * 3));
        var reach = isTop ? 3.2f + (ledge * 0.3f) : 1.1f + (ledge * 0.28f);
        if (at.Above < ledge)
        {
            return Ledge(at, house, ledge, reach, isTop) with { Color = color * (isTop && at.Above < 0.9f ? 0.55f : 1) };
        }

        var under = at.Column - ledge;
        if (under > 10 && at.Below < 4.5f)
        {
            return new Surface(Profile.Ledge(4.5f - at.Below, 4.5f, 1.7f), color);
        }

        return Frieze(at, house, ledge, under);
    }

    private static Surface Ledge(in Fragment at, House house, float ledge, float reach, bool isTop)
    {
        var height = Profile.Ledge(at.Above, ledge, reach);
        var v = at.Above / ledge;
        var isPlain = house.Look.Style is HouseStyle.Plain or HouseStyle.ShopHouse && !isTop;
        if (ledge > 4.5f && v is > 0.5f and < 0.86f && !isPlain)
        {
            var period = isTop && house.Chance(38) < 0.5f ? 10 : 3.2f;
            height += Profile.Blocks(at.X, period, at.Pixel) * reach * 0.42f;
        }

        return new Surface(height, default);
    }

    private static Surface Frieze(in Fragment at, House house, float ledge, float under)
    {
        var wall = WallElement.Bare(at, house);
        var kind = house.Chance(39);
        var y = (at.Above - ledge) / under;
        if (house.Look.Style is HouseStyle.Plain or HouseStyle.ShopHouse || under < 4 || kind < 0.3f)
        {
            return wall with { Height = 0.5f + wall.Height };
        }

        var trim = Weathering.Ledge(house.Trim, at, house);
        var period = under * (kind < 0.7f ? 1 : 2.4f);
        var x = (Pattern.Fraction(at.X, period) * 2) - 1;
        if (kind < 0.7f)
        {
            return new Surface(0.3f + (1.6f * Ornament.At(x, (y * 2) - 1, house.Salt)), trim);
        }

        var inset = MathF.Min((1 - MathF.Abs(x)) * period / 2, MathF.Min(y, 1 - y) * under);
        var panel = Pattern.Edge(inset - 2, at.Pixel);
        var rim = Pattern.Line(inset - 2, 0.5f, at.Pixel);
        return new Surface(0.9f - (panel * 0.7f) + (rim * 0.6f), Tone.Mix(trim, wall.Color, panel * 0.8f));
    }
}
