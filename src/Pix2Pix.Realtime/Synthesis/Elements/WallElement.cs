using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>The wall: its material and its age, surrounds about the openings, quoins at the corners, timbers, a plinth, pipes.</summary>
internal static class WallElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var bare = Bare(at, house);
        var style = house.Look.Style;
        var surface = style switch
        {
            HouseStyle.HalfTimbered when at.Y < house.Storeys.GroundTop || house.Storeys.GroundTop > house.Height => Timber.On(bare, at, house),
            HouseStyle.Modern => bare,
            _ => Surround(Quoins(bare, at, house), at, house),
        };
        return Fixtures.On(Base(surface, at, house), at, house);
    }

    /// <summary>Only the material: what other elements show where they leave the wall free.</summary>
    public static Surface Bare(in Fragment at, House house)
    {
        var texture = Weathering.Wall(WallTexture.At(at, house), at, house);
        return new Surface(texture.Bump, texture.Color, texture.Gloss);
    }

    /// <summary>A moulded or painted band about windows and doors.</summary>
    private static Surface Surround(Surface wall, in Fragment at, House house)
    {
        var isGrand = house.Look.Style is HouseStyle.Classical or HouseStyle.ArtNouveau;
        var kind = house.Chance(23);
        var width = isGrand ? 2.2f + kind : kind < 0.45f ? 0 : 1.2f + kind;
        var inside = Pattern.Edge(width - at.Opening + (at.Pixel * 0.5f), at.Pixel);
        if (width == 0 || inside <= 0)
        {
            return wall;
        }

        var depth = at.Opening / width;
        var profile = isGrand ? (depth > 0.72f ? 1.15f : depth > 0.6f ? 0.55f : depth > 0.2f ? 0.7f : 0.45f) : 0.3f;
        var color = Weathering.Ledge(house.Trim, at, house);
        return new Surface(Tone.Mix(wall.Height, profile, inside), Tone.Mix(wall.Color, color, inside));
    }

    /// <summary>Alternating blocks at the corners of the house.</summary>
    private static Surface Quoins(Surface wall, in Fragment at, House house)
    {
        var side = MathF.Min(at.Before == FacadeClass.Background ? at.Left : 99, at.After == FacadeClass.Background ? at.Right : 99);
        if (side > 10 || house.Chance(24) < 0.4f)
        {
            return wall;
        }

        const float Course = 8;
        var isLong = (int)MathF.Floor(at.Y / Course) % 2 == 0;
        var block = Pattern.Edge((isLong ? 9.5f : 6) - side, at.Pixel) * (1 - Pattern.Stripes(at.Y, Course, 0.7f, at.Pixel));
        return new Surface(Tone.Mix(wall.Height, 1.1f, block), Tone.Mix(wall.Color, Weathering.Ledge(house.Trim, at, house), block));
    }

    /// <summary>A plinth where the wall meets the street, a coping where it meets the sky.</summary>
    private static Surface Base(Surface wall, in Fragment at, House house)
    {
        var toGround = house.Storeys.GroundLine - at.Y;
        if (at.Roof == FacadeClass.Background && at.Above < 3.2f)
        {
            var lip = Pattern.Edge(1.6f - at.Above, at.Pixel);
            return new Surface(Tone.Mix(1.2f, 2.2f, lip), Weathering.Ledge(Tone.Mix(house.Trim, house.Roof, lip * 0.4f), at, house));
        }

        var plinth = 7 + (house.Chance(25) * 6);
        if (toGround > plinth || house.Chance(26) < 0.25f || (at.Floor is not (FacadeClass.Background or null)))
        {
            return wall;
        }

        var stone = Masonry.Stone(Tone.Linear(0.5f, 0.48f, 0.45f), at.X, at.Y, at.Pixel, house.Salt, 11, 0.3f);
        return new Surface(0.8f + stone.Bump, stone.Color * (0.7f + (0.3f * Tone.Clamp(toGround / 6))));
    }
}
