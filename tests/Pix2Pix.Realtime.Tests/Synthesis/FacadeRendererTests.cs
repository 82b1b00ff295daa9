using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Tests.Synthesis;

public sealed class FacadeRendererTests
{
    private static readonly FacadeLook Look = new() { Weather = Weather.Clear, Noise = 0, Clutter = 0.8f, Variation = 5 };
    private static readonly LabelMap House = FacadeSynthesizer.DrawLabels(42, 192, 192);

    public static TheoryData<string> Properties => [.. Variants.Keys];

    private static readonly Dictionary<string, FacadeLook> Variants = new()
    {
        [nameof(FacadeLook.Style)] = Look with { Style = HouseStyle.Modern },
        [nameof(FacadeLook.Material)] = Look with { Material = WallMaterial.Brick },
        [nameof(FacadeLook.WallColor)] = Look with { WallColor = new(0.5f, 0.6f, 0.7f) },
        [nameof(FacadeLook.TrimColor)] = Look with { TrimColor = new(0.5f, 0.3f, 0.2f) },
        [nameof(FacadeLook.FrameColor)] = Look with { FrameColor = new(0.2f, 0.1f, 0.1f) },
        [nameof(FacadeLook.Age)] = Look with { Age = 1 },
        [nameof(FacadeLook.Hour)] = Look with { Hour = 21 },
        [nameof(FacadeLook.Weather)] = Look with { Weather = Weather.Snow },
        [nameof(FacadeLook.Season)] = Look with { Season = Season.Autumn },
        [nameof(FacadeLook.Clutter)] = Look with { Clutter = 0 },
        [nameof(FacadeLook.Reveal)] = Look with { Reveal = 7 },
        [nameof(FacadeLook.Exposure)] = Look with { Exposure = 0.5f },
        [nameof(FacadeLook.Warmth)] = Look with { Warmth = 1 },
        [nameof(FacadeLook.Contrast)] = Look with { Contrast = 1 },
        [nameof(FacadeLook.Blur)] = Look with { Blur = 2 },
        [nameof(FacadeLook.Sharpening)] = Look with { Sharpening = 1 },
        [nameof(FacadeLook.Noise)] = Look with { Noise = 1 },
        [nameof(FacadeLook.JpegQuality)] = Look with { JpegQuality = 40 },
        [nameof(FacadeLook.Viewpoint)] = Look with { Viewpoint = 1 },
        [nameof(FacadeLook.Variation)] = Look with { Variation = 6 },
    };

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_property_of_a_look_is_seen(string property) =>
        Assert.NotEqual(FacadeRenderer.Render(House, Look).Rgba, FacadeRenderer.Render(House, Variants[property]).Rgba);

    [Fact]
    public void Every_class_is_seen_where_it_is_painted()
    {
        foreach (var style in Enum.GetValues<HouseStyle>())
        {
            var wall = FacadeRenderer.Render(new LabelMap(128, 128, (byte)FacadeClass.Facade), Look with { Style = style });
            foreach (var of in Enum.GetValues<FacadeClass>().Where(of => of != FacadeClass.Facade))
            {
                var labels = new LabelMap(128, 128, (byte)FacadeClass.Facade);
                for (var y = 40; y < 80; y++)
                {
                    labels.Row(y)[50..80].Fill((byte)of);
                }

                var change = Difference(wall, FacadeRenderer.Render(labels, Look with { Style = style }), 50, 40, 80, 80);
                Assert.True(change > 4, $"{of} in {style} differs from the wall by {change} of 255.");
            }
        }
    }

    [Fact]
    public void A_stroke_changes_nothing_far_away()
    {
        var labels = new LabelMap(256, 256, (byte)FacadeClass.Facade);
        var before = FacadeRenderer.Render(labels, Look);
        for (var y = 150; y < 190; y++)
        {
            labels.Row(y)[20..45].Fill((byte)FacadeClass.Window);
        }

        var after = FacadeRenderer.Render(labels, Look);
        Assert.NotEqual(before.Rgba, after.Rgba);
        Assert.Equal(0, Difference(before, after, 0, 0, 256, 120));
        Assert.Equal(0, Difference(before, after, 160, 0, 256, 256));
    }

    [Fact]
    public void A_balcony_shades_the_wall_below_it_and_not_above()
    {
        var labels = new LabelMap(256, 256, (byte)FacadeClass.Facade);
        var sunny = Look with { Material = WallMaterial.Concrete, Age = 0, Clutter = 0, Sharpening = 0, Variation = Enumerable.Range(0, 100).Select(n => (uint)n).First(IsSunny) };
        var before = FacadeRenderer.Render(labels, sunny);
        for (var y = 94; y < 110; y++)
        {
            labels.Row(y).Fill((byte)FacadeClass.Balcony);
        }

        var after = FacadeRenderer.Render(labels, sunny);
        Assert.True(Brightness(after, 111, 114) < Brightness(before, 111, 114) * 0.85, $"{Brightness(after, 111, 114)} against {Brightness(before, 111, 114)}");
        Assert.Equal(Brightness(before, 60, 80), Brightness(after, 60, 80), 2.0);
    }

    [Fact]
    public void A_picture_looks_the_same_at_every_size()
    {
        var look = Look with { Noise = 0, Clutter = 0 };
        for (var seed = 12ul; seed < 15; seed++)
        {
            var pictures = new[] { 128, 256, 512, 1024 }.Select(size => Shrunk(FacadeRenderer.Render(FacadeSynthesizer.DrawLabels(seed, size, size), look))).ToArray();
            var other = Shrunk(FacadeRenderer.Render(FacadeSynthesizer.DrawLabels(seed + 10, 512, 512), look));
            foreach (var picture in pictures)
            {
                var (same, different) = (Difference(picture, pictures[2], 0, 0, 32, 32), Difference(picture, other, 0, 0, 32, 32));
                Assert.True(same < 12 && same < different / 2, $"Seed {seed}: {same} to the same house, {different} to another one.");
            }
        }
    }

    [Fact]
    public void Nonsense_is_rendered_in_every_look() => Gen.Select(Gen.ULong, Gen.Int[1, 96], Gen.Int[1, 96], Gen.Byte.Array[1, 40]).Sample(
        (seed, width, height, ids) =>
        {
            var labels = new LabelMap(width, height, 0);
            for (var i = 0; i < labels.Ids.Length; i++)
            {
                labels.Ids[i] = (byte)(ids[i / 7 % ids.Length] % 14);
            }

            var photo = FacadeRenderer.Render(labels, LookDice.Draw(seed));
            return photo.Width == width && photo.Height == height && photo.Rgba.Where((_, i) => i % 4 == 3).All(alpha => alpha == 255);
        },
        iter: 60);

    private static bool IsSunny(uint variation)
    {
        var light = new Daylight(Look with { Variation = variation });
        return light.Sun != default && light.ToSun.Y > light.ToSun.Z;
    }

    private static double Brightness(PixelImage image, int top, int bottom) =>
        Enumerable.Range(top, bottom - top).Average(y => Enumerable.Range(40, 180).Average(x => (double)image.Row(y)[(x * 4) + 1]));

    private static double Difference(PixelImage a, PixelImage b, int left, int top, int right, int bottom)
    {
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var i = left * 4; i < right * 4; i++)
            {
                sum += Math.Abs(a.Row(y)[i] - b.Row(y)[i]);
            }
        }

        return sum / (double)((right - left) * (bottom - top) * 3);
    }

    /// <summary>The means of 32x32 equal tiles.</summary>
    private static PixelImage Shrunk(PixelImage image)
    {
        var (small, tile) = (new PixelImage(32, 32), image.Width / 32);
        for (var i = 0; i < small.Rgba.Length; i++)
        {
            var (x, y, channel) = (i / 4 % 32 * tile, i / 128 * tile, i % 4);
            var sum = 0;
            for (var pixel = 0; pixel < tile * tile; pixel++)
            {
                sum += image.Row(y + (pixel / tile))[((x + (pixel % tile)) * 4) + channel];
            }

            small.Rgba[i] = (byte)(sum / (tile * tile));
        }

        return small;
    }
}
