using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Tests.Styles;

public sealed class StyleMeterTests
{
    private const int Side = 64;

    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    private readonly StyleDefinition _definition = StyleDefinitionFile.Load("facades", Facade);

    [Fact]
    public void Colours_are_the_means_of_their_classes_and_nothing_else_moves_them()
    {
        var (map, picture) = House();
        var style = Measure(map, picture);
        AssertColor([200, 100, 50], style, "wall");
        AssertColor([100, 150, 250], style, "surroundings");
        AssertColor([20, 30, 40], style, "windows");

        // Another wall: the windows and the surroundings stay.
        Paint(picture, map, "facade", 10, 220, 30);
        var other = Measure(map, picture);
        AssertColor([10, 220, 30], other, "wall");
        Assert.Equal(style[3..9], other[3..9]);
    }

    [Fact]
    public void A_class_that_is_absent_is_neutral()
    {
        var neutral = Enumerable.Range(0, _definition.Count).Select(i => 0.1f + (0.02f * i)).ToArray();
        var definition = _definition.WithNeutral(neutral);
        var map = new LabelMap(Side, Side, Facade.Find("facade")!.Id);
        var picture = new PixelImage(Side, Side);
        Paint(picture, map, "facade", 200, 100, 50);
        var style = new float[definition.Count];
        new StyleMeter(definition, Facade).Measure(map, picture, style);
        AssertColor([200, 100, 50], style, "wall");
        Assert.Equal(neutral[3..9], style[3..9]);
    }

    [Fact]
    public void What_only_a_rendering_tells_comes_from_its_look_and_is_neutral_in_a_photograph()
    {
        var definition = StyleDefinitionFile.Load("rendered-facades", Facade);
        var pairs = new SynthesizedPairs(4, seed: 3, new PairOptions(Direction.BtoA, Side, Side, Flip: false, Facade, false, 0, 0));
        var (input, target, style) = (new float[3 * Side * Side], new float[3 * Side * Side], new float[definition.Count]);
        var meter = new PairStyles(definition, Facade, pairs);
        for (var seed = 0UL; seed < 40; seed++)
        {
            pairs.Load(0, seed, input, target);
            var look = pairs.LookOf(0, seed)!;
            Assert.Equal(FacadeSynthesizer.Draw(seed, Side, Side).Look, look);
            meter.Measure(input, target, look, style);
            float[] expected =
            [
                look.Hour, look.Weather switch { Weather.Clear => 1, Weather.Cloudy => 0.5f, _ => 0 }, look.Age, look.Material == WallMaterial.Brick ? 1 : 0,
                look.Weather == Weather.Snow ? 1 : 0,
            ];
            Assert.Equal(expected, style[^5..]);
            meter.Measure(input, target, look: null, style);
            Assert.Equal(definition.Neutral[^5..], style[^5..]);
        }
    }

    [Fact]
    public void Noise_has_contrast_and_is_fine_and_a_ramp_is_not()
    {
        var map = new LabelMap(Side, Side, Facade.Find("facade")!.Id);
        var (noise, ramp, random) = (new PixelImage(Side, Side), new PixelImage(Side, Side), new Random(3));
        for (var i = 0; i < Side * Side; i++)
        {
            noise.Rgba.AsSpan(4 * i, 4).Fill((byte)random.Next(256));
            ramp.Rgba.AsSpan(4 * i, 4).Fill((byte)(i % Side * 4));
        }

        var (rough, smooth) = (Measure(map, noise), Measure(map, ramp));
        Assert.InRange(rough[^2], 0.25, 0.33);
        Assert.InRange(smooth[^2], 0.25, 0.33);
        Assert.True(rough[^1] > 0.8f && smooth[^1] < 0.1f, $"fineness of noise {rough[^1]}, of a ramp {smooth[^1]}");
    }

    [Fact]
    public void A_class_each_is_for_any_label_set_and_an_object_for_pictures_without_labels()
    {
        var classes = StyleDefinitionFile.Load(StyleDefinitionFile.OfAnyClasses, Facade);
        Assert.Equal(["background", "facade", "window", "door", "cornice"], classes.Groups.Select(group => group.Name));
        Assert.Equal(15, classes.Count);

        var picture = new PixelImage(Side, Side);
        picture.Rgba.AsSpan().Fill(255);
        for (var y = 20; y < 40; y++)
        {
            picture.Row(y)[80..160].Fill(60);
        }

        var shoes = StyleDefinitionFile.Load(StyleDefinitionFile.WithoutLabels, palette: null);
        var style = new float[shoes.Count];
        new StyleMeter(shoes, palette: null).Measure(map: null, picture, style);
        Assert.Equal([60 / 255f, 60 / 255f, 60 / 255f, 0f, 1f, 1f, 1f], style.Select(value => MathF.Round(value, 5)), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void A_photograph_of_one_colour_is_refused()
    {
        var picture = new PixelImage(Side, Side);
        picture.Rgba.AsSpan().Fill(9);
        var fault = Assert.Throws<UserException>(() => new StyleMeter(_definition, Facade).MeasurePhotograph(null, picture, new float[_definition.Count]));
        Assert.Contains("a picture of one colour (9, 9, 9)", fault.Message, StringComparison.Ordinal);
    }

    private float[] Measure(LabelMap map, PixelImage picture)
    {
        var style = new float[_definition.Count];
        new StyleMeter(_definition, Facade).Measure(map, picture, style);
        return style;
    }

    private void AssertColor(int[] expected, float[] style, string group)
    {
        var first = _definition.IndexOf(group);
        for (var channel = 0; channel < 3; channel++)
        {
            Assert.Equal(expected[channel] / 255f, style[first + channel], 1e-3);
        }
    }

    private static (LabelMap Map, PixelImage Picture) House()
    {
        var map = new LabelMap(Side, Side, Facade.Background.Id);
        for (var y = 10; y < Side; y++)
        {
            for (var x = 8; x < 56; x++)
            {
                map[x, y] = Facade.Find(x % 12 < 6 && y % 12 < 6 ? "window" : "facade")!.Id;
            }
        }

        var picture = new PixelImage(Side, Side);
        Paint(picture, map, "background", 100, 150, 250);
        Paint(picture, map, "facade", 200, 100, 50);
        Paint(picture, map, "window", 20, 30, 40);
        return (map, picture);
    }

    private static void Paint(PixelImage picture, LabelMap map, string name, byte red, byte green, byte blue)
    {
        var id = Facade.Find(name)!.Id;
        for (var i = 0; i < map.Ids.Length; i++)
        {
            if (map.Ids[i] == id)
            {
                (picture.Rgba[4 * i], picture.Rgba[(4 * i) + 1], picture.Rgba[(4 * i) + 2], picture.Rgba[(4 * i) + 3]) = (red, green, blue, 255);
            }
        }
    }
}
