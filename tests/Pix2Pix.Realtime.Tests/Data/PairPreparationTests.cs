using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class PairPreparationTests
{
    private const int Side = 64;
    private const int Area = Side * Side;

    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    private static readonly PairOptions Options = new(
        Direction.BtoA, Size: Side, LoadSize: Side, Flip: false, Facade, SnapLabels: false, SoftenProbability: 0, ColorJitter: 0);

    private static PixelImage Plain(byte r, byte g, byte b, byte alpha = 255) =>
        new(Side, Side, [.. Enumerable.Repeat<byte[]>([r, g, b, alpha], Area).SelectMany(pixel => pixel)]);

    private static (float[] Input, float[] Target) Prepare(PairOptions options, PixelImage photograph, PixelImage labels, ulong? augmentation)
    {
        var (input, target) = (new float[(int)options.InputChannels * Area], new float[(int)options.TargetChannels * Area]);
        new PairPreparation(options).Prepare(photograph, labels, augmentation, input, target);
        return (input, target);
    }

    [Fact]
    public void What_is_transparent_lies_on_white_unless_opacity_is_asked_for()
    {
        var rgb = Prepare(Options, Plain(10, 20, 30, 0), Plain(0, 48, 255), null).Target;
        Assert.All(rgb, value => Assert.Equal(1, value));
        var rgba = Prepare(Options with { TargetChannels = PictureChannels.Rgba }, Plain(10, 20, 30, 0), Plain(0, 48, 255), null).Target;
        Assert.All(rgba[(3 * Area)..], value => Assert.Equal(-1, value));
        Assert.NotEqual(1, rgba[0]);
    }

    [Fact]
    public void A_grey_target_holds_the_brightness()
    {
        var grey = Prepare(Options with { TargetChannels = PictureChannels.Grey }, Plain(255, 0, 0), Plain(0, 48, 255), null).Target;
        Assert.All(grey, value => Assert.Equal((0.299f * 2) - 1, value, 1e-5f));
    }

    [Fact]
    public void Erased_regions_are_background_on_the_labels_and_an_empty_canvas_on_the_photograph_and_nothing_else_changes()
    {
        var options = Options with { EraseProbability = 1 };
        var empty = FacadeSynthesizer.DrawEmpty(Side, Side);
        var (background, facade) = (Facade.Background.Color, Facade.Find("facade")!.Color);
        for (ulong seed = 0; seed < 40; seed++)
        {
            var (input, target) = Prepare(options, Plain(200, 10, 200), Plain(facade.R, facade.G, facade.B), seed);
            var erased = 0;
            for (var i = 0; i < Area; i++)
            {
                var isErased = input[(2 * Area) + i] == Scaled(background.B) && input[Area + i] == Scaled(background.G);
                erased += isErased ? 1 : 0;
                Assert.Equal(Scaled(isErased ? background.G : facade.G), input[Area + i]);
                Assert.Equal(Scaled(isErased ? empty.Rgba[i * 4] : (byte)200), target[i]);
            }

            Assert.InRange(erased, 1, Area - 1);
        }
    }

    [Fact]
    public void About_the_wanted_share_is_erased_and_never_the_validation_pairs()
    {
        var options = Options with { EraseProbability = 0.3 };
        var plain = Prepare(options, Plain(200, 10, 200), Plain(0, 48, 255), null);
        var changed = Enumerable.Range(0, 200).Count(seed => !Prepare(options, Plain(200, 10, 200), Plain(0, 48, 255), (ulong)seed).Target.SequenceEqual(plain.Target));
        Assert.All(plain.Target[..Area], value => Assert.Equal(Scaled(200), value));
        Assert.InRange(changed, 35, 85);
    }

    [Fact]
    public void Softening_blurs_the_labels_and_leaves_the_photograph()
    {
        var labels = Plain(0, 48, 255);
        for (var x = 0; x < Side; x += 2)
        {
            (labels.Rgba[x * 4], labels.Rgba[(x * 4) + 2]) = (255, 0);
        }

        var crisp = Prepare(Options, Plain(1, 2, 3), labels, 1);
        var soft = Prepare(Options with { SoftenProbability = 1 }, Plain(1, 2, 3), labels, 1);
        Assert.Equal(crisp.Target, soft.Target);
        Assert.InRange(crisp.Input.Zip(soft.Input, (a, b) => Math.Abs(a - b)).Average(), 0.001, 0.2);
    }

    [Fact]
    public void Jitter_changes_photographic_input_only()
    {
        var drawing = Options with { Palette = null, Direction = Direction.AtoB, ColorJitter = 1 };
        Assert.NotEqual(Prepare(drawing, Plain(90, 90, 90), Plain(5, 5, 5), null).Input, Prepare(drawing, Plain(90, 90, 90), Plain(5, 5, 5), 3).Input);
        Assert.Equal(Prepare(drawing, Plain(90, 90, 90), Plain(5, 5, 5), null).Target, Prepare(drawing, Plain(90, 90, 90), Plain(5, 5, 5), 3).Target);
        var labels = Options with { ColorJitter = 1 };
        Assert.Equal(Prepare(labels, Plain(1, 1, 1), Plain(0, 48, 255), null).Input, Prepare(labels, Plain(1, 1, 1), Plain(0, 48, 255), 3).Input);
    }

    [Fact]
    public void Snapped_labels_have_the_palettes_colours_alone()
    {
        var (input, _) = Prepare(Options with { SnapLabels = true }, Plain(1, 1, 1), Plain(3, 50, 250), null);
        var facade = Facade.Find("facade")!.Color;
        Assert.All(input[..Area], value => Assert.Equal(Scaled(facade.R), value));
        Assert.All(input[(2 * Area)..], value => Assert.Equal(Scaled(facade.B), value));
    }

    private static float Scaled(byte value) => (value / 127.5f) - 1;
}
