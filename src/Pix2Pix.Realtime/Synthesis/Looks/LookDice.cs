using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>Draws looks as streets show them: common things often, rare things sometimes, and what belongs together together.</summary>
internal static class LookDice
{
    /// <param name="seed">Any number; each gives another look.</param>
    /// <param name="isOrnate">Whether the house has pillars, window heads or ornament: few modern houses and timber frames do.</param>
    public static FacadeLook Draw(ulong seed, bool isOrnate = false)
    {
        var dice = new Dice(seed);
        var (house, paint, light, camera) = (dice.Fork(), dice.Fork(), dice.Fork(), dice.Fork());
        var style = house.Pick(
            HouseStyle.Plain, HouseStyle.Plain, HouseStyle.Plain, HouseStyle.Classical, HouseStyle.Classical, HouseStyle.Classical, HouseStyle.Classical,
            HouseStyle.ArtNouveau, HouseStyle.ArtNouveau, HouseStyle.Modern, HouseStyle.Modern, HouseStyle.HalfTimbered, HouseStyle.ShopHouse,
            HouseStyle.ShopHouse);
        if (isOrnate && style is HouseStyle.Modern or HouseStyle.HalfTimbered && house.Chance(0.75f))
        {
            style = house.Pick(HouseStyle.Plain, HouseStyle.Classical, HouseStyle.ArtNouveau);
        }

        var material = Material(style, house);
        var ground = house.Chance(0.55f) ? material : house.Pick(WallMaterial.Stone, WallMaterial.Stucco, WallMaterial.Plaster);
        var look = WallPaint.Choose(new FacadeLook { Style = style, Material = material, GroundMaterial = ground }, paint);
        return Camera(Light(look, light), camera) with
        {
            Age = house.Unit() * house.Between(0.4f, 1),
            Clutter = house.Unit(),
            Reveal = style == HouseStyle.Modern ? house.Between(0.8f, 2.5f) : house.Between(1.6f, 5),
            Variation = unchecked((uint)dice.Next()),
        };
    }

    private static WallMaterial Material(HouseStyle style, Dice dice) => style switch
    {
        HouseStyle.Plain => dice.Pick(
            WallMaterial.Stucco, WallMaterial.Stucco, WallMaterial.Plaster, WallMaterial.Plaster, WallMaterial.Brick, WallMaterial.Stone),
        HouseStyle.Classical => dice.Pick(
            WallMaterial.Stucco, WallMaterial.Stucco, WallMaterial.Stucco, WallMaterial.Stone, WallMaterial.Stone, WallMaterial.Brick),
        HouseStyle.ArtNouveau => dice.Pick(WallMaterial.Stucco, WallMaterial.Stucco, WallMaterial.Plaster, WallMaterial.Tiles, WallMaterial.Brick),
        HouseStyle.Modern => dice.Pick(
            WallMaterial.Concrete, WallMaterial.Concrete, WallMaterial.Plaster, WallMaterial.Metal, WallMaterial.Brick, WallMaterial.Wood),
        HouseStyle.HalfTimbered => WallMaterial.Plaster,
        _ => dice.Pick(WallMaterial.Brick, WallMaterial.Brick, WallMaterial.Plaster, WallMaterial.Stucco, WallMaterial.Wood),
    };

    private static FacadeLook Light(FacadeLook look, Dice dice)
    {
        var season = dice.Pick(Season.Spring, Season.Summer, Season.Summer, Season.Autumn, Season.Winter);
        var weather = dice.Pick(
            Weather.Clear, Weather.Clear, Weather.Clear, Weather.Cloudy, Weather.Cloudy,
            Weather.Overcast, Weather.Overcast, Weather.Overcast, Weather.Overcast, Weather.Rain,
            dice.Chance(0.5f) ? Weather.Fog : Weather.Overcast, season == Season.Winter ? Weather.Snow : Weather.Clear);
        var hour = dice.Chance(0.08f) ? dice.Between(19, 21.5f) : dice.Between(7.5f, 18.5f);

        // Snow and night are rare in photographs; a generator that is asked for them must have seen more.
        weather = season == Season.Winter && dice.Chance(0.25f) ? Weather.Snow : weather;
        hour = dice.Chance(0.1f) ? dice.Between(19, 21.5f) : hour;
        return look with { Season = season, Weather = weather, Hour = hour };
    }

    private static FacadeLook Camera(FacadeLook look, Dice dice) => look with
    {
        Exposure = dice.Between(-0.35f, 0.35f),
        Warmth = dice.Between(-0.5f, 0.5f),
        Contrast = dice.Between(-0.5f, 0.5f),
        Blur = dice.Between(0.15f, 0.6f),
        Sharpening = dice.Between(0.05f, 0.5f),
        Noise = dice.Unit() * 0.5f,
        JpegQuality = dice.Chance(0.4f) ? dice.Whole(65, 95) : 100,
        Viewpoint = dice.Between(-0.5f, 0.5f),
    };
}
