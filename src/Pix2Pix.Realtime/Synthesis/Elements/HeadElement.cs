using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>What stands over a window: a ledge on consoles, a pediment, an arch of bricks, a panel of ornament.</summary>
internal static class HeadElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var color = Weathering.Ledge(house.Trim, at, house);
        var kind = house.Chance(50);
        return house.Look.Style switch
        {
            HouseStyle.Modern => new Surface(0.9f, color),
            HouseStyle.HalfTimbered => new Surface(
                0.8f, Cladding.Wood(Tone.Mix(house.Door, house.Trim, 0.1f), at.X, at.Y, 3, at.Pixel, house.Salt).Color),
            HouseStyle.Classical when at.Of.Height > 6 && at.Of.Width < at.Of.Height * 9 && kind < 0.62f => Pediment(at, house, kind < 0.36f),
            HouseStyle.ArtNouveau when at.Of.Height > 4 && kind < 0.7f => Curved(at, house),
            HouseStyle.ShopHouse or HouseStyle.Plain when kind < 0.4f => Flat(at, house),
            _ => Ledge(at, house),
        };
    }

    private static Surface Ledge(in Fragment at, House house)
    {
        var color = Weathering.Ledge(house.Trim, at, house);
        var lip = MathF.Min(at.Column, 5.5f);
        if (at.Above < lip)
        {
            var height = Profile.Ledge(at.Above, lip, 2.4f + (at.Of.Height * 0.12f));
            height += lip > 4 && at.Above > lip * 0.5f && house.Chance(51) < 0.4f ? Profile.Blocks(at.X, 2.6f, at.Pixel) * 0.8f : 0;
            return new Surface(height, color);
        }

        var y = ((at.Above - lip) / MathF.Max(1, at.Column - lip) * 2) - 1;
        var console = MathF.Min(at.Left, at.Right) is > 1 and < 4.2f ? 1.8f - (y * 0.6f) : 0;
        var carved = house.Chance(52) < 0.6f ? Ornament.At(Ornament.Tile(at.U, at.Of.Width, at.Of.Height), y, house.Salt) * 1.3f : 0.1f;
        return new Surface(MathF.Max(console, carved), color);
    }

    /// <summary>A gable in small, triangular or round, with the wall beside it.</summary>
    private static Surface Pediment(in Fragment at, House house, bool isTriangle)
    {
        const float Base = 2.2f;
        var x = (at.U * 2) - 1;
        var rise = at.Of.Height - Base - 0.3f;
        var line = rise * (isTriangle ? MathF.Abs(x) : x * x);
        var toLine = at.Y - at.Of.Top - 0.3f - line;
        if (at.Below < Base)
        {
            return new Surface(Profile.Ledge(Base - at.Below, Base, 2.6f), Weathering.Ledge(house.Trim, at, house));
        }

        if (toLine < 0)
        {
            return WallElement.Bare(at, house);
        }

        var color = Weathering.Ledge(house.Trim, at, house);
        var rim = toLine < 2.1f;
        var carved = house.Chance(53) < 0.6f ? Ornament.At(x * 1.5f, (toLine / rise * 2) - 1, house.Salt + 4) : 0;
        return rim ? new Surface(Profile.Ledge(toLine, 2.1f, 2.8f), color) : new Surface(0.15f + carved, Tone.Mix(color, house.Wall, 0.3f) * 0.9f);
    }

    private static Surface Curved(in Fragment at, House house)
    {
        var x = (at.U * 2) - 1;
        var bow = at.Of.Height * 0.35f * x * x;
        var toLine = at.Y - at.Of.Top - bow;
        if (toLine < 0)
        {
            return WallElement.Bare(at, house);
        }

        var color = Weathering.Ledge(house.Trim, at, house);
        var carved = Ornament.At(x * 1.2f, (at.V * 2) - 1, house.Salt + 5);
        return toLine < 1.6f ? new Surface(2.1f - (toLine * 0.5f), color) : new Surface(0.3f + (1.5f * carved), color);
    }

    /// <summary>A soldier course of bricks, or a flat lintel with a keystone.</summary>
    private static Surface Flat(in Fragment at, House house)
    {
        if (house.Look.Material == WallMaterial.Brick)
        {
            var slope = (at.U - 0.5f) * at.Of.Height * (0.5f - at.V) * 0.8f;
            var joint = Pattern.Stripes(at.X + slope, 2.1f, 0.35f, at.Pixel);
            var tone = 0.75f + (0.35f * ValueNoise.Cell((int)MathF.Floor((at.X + slope) / 2.1f), 4, house.Salt));
            return new Surface(0.4f - (joint * 0.25f), Tone.Mix(house.Wall * tone, house.Trim * 0.7f, joint));
        }

        var isKey = MathF.Abs(at.U - 0.5f) * at.Of.Width < 2.2f + ((0.5f - at.V) * 1.4f) && house.Chance(54) < 0.5f;
        return new Surface(isKey ? 1.4f : 0.7f, Weathering.Ledge(house.Trim, at, house));
    }
}
