using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Tests.Synthesis;

public sealed class LookDiceTests
{
    private static readonly FacadeLook[] Looks = [.. Enumerable.Range(0, 1000).Select(seed => LookDice.Draw((ulong)seed))];

    [Fact]
    public void Every_kind_of_house_weather_and_season_is_drawn()
    {
        Assert.Equal(Enum.GetValues<HouseStyle>(), Looks.Select(look => look.Style).Distinct().Order());
        Assert.Equal(Enum.GetValues<WallMaterial>(), Looks.Select(look => look.Material).Distinct().Order());
        Assert.Equal(Enum.GetValues<Weather>(), Looks.Select(look => look.Weather).Distinct().Order());
        Assert.Equal(Enum.GetValues<Season>(), Looks.Select(look => look.Season).Distinct().Order());
    }

    [Fact]
    public void Values_stay_in_the_ranges_that_the_look_promises() => Assert.All(Looks, look =>
    {
        Assert.All(new[] { look.WallColor, look.GroundColor, look.TrimColor, look.FrameColor, look.DoorColor, look.ShutterColor, look.RoofColor, look.ShopColor }, color =>
        {
            Assert.InRange(color.X, 0, 1);
            Assert.InRange(color.Y, 0, 1);
            Assert.InRange(color.Z, 0, 1);
        });
        Assert.InRange(look.Age, 0, 1);
        Assert.InRange(look.Hour, 0, 24);
        Assert.InRange(look.Clutter, 0, 1);
        Assert.InRange(look.Reveal, 0.5f, 8);
        Assert.InRange(look.Warmth, -1, 1);
        Assert.InRange(look.Contrast, -1, 1);
        Assert.InRange(look.Blur, 0, 2);
        Assert.InRange(look.Sharpening, 0, 1);
        Assert.InRange(look.Noise, 0, 1);
        Assert.InRange(look.JpegQuality, 30, 100);
        Assert.InRange(look.Viewpoint, -1, 1);
    });

    [Fact]
    public void It_only_snows_in_winter() => Assert.DoesNotContain(Looks, look => look.Weather == Weather.Snow && look.Season != Season.Winter);
}
