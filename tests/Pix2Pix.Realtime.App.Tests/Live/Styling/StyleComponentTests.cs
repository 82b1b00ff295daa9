using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Styling;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Tests.Live.Styling;

/// <summary>A styled generator in the real program, off-screen: each style gives the picture that ONNX Runtime gives for it alone.</summary>
public sealed class StyleComponentTests : IDisposable
{
    private const int Side = 64;

    private const string Scene = """
        objects:
          - name: all
            components: [Translator, CrossFade, Style: { fade: 0 }, LabelCanvas, TranslationView]
        """;

    private readonly LiveRun _run = new(Side);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("cpu")]
    [InlineData("gl")]
    public void A_style_is_seen_in_the_frame_that_set_it_and_the_neutral_one_again_after_it(string provider)
    {
        using var live = Start(provider);
        var style = live.Find<StyleComponent>()!;
        var neutral = Picture(live);
        style.Set(StyledModel.Other);
        live.Loop.Frame();
        var other = Picture(live);
        Assert.NotEqual(neutral, other);
        style.Set(StyledModel.Style.Definition.Neutral);
        live.Loop.Frame();
        Assert.Equal(neutral, Picture(live));
    }

    [Fact]
    public void What_takes_the_generators_place_goes_on_with_the_style_that_is_set()
    {
        using var live = Start("cpu");
        live.Find<StyleComponent>()!.Set(StyledModel.Other);
        live.Loop.Frame();
        var other = Picture(live);
        var next = _run.At("next.onnx");
        Write(next);
        live.Translator.LoadInBackground(next);
        while (live.Translator.Info!.Name != "next.onnx")
        {
            live.Loop.Frame();
        }

        live.Loop.Frame();
        Assert.Equal(StyledModel.Other, Current(live));
        Assert.InRange(other.Zip(Picture(live)).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 2);
    }

    [Fact]
    public void A_generator_without_styles_takes_the_section_away_and_one_with_styles_begins_neutral()
    {
        using var live = Start("cpu");
        live.Find<StyleComponent>()!.Set(StyledModel.Other);
        live.Translator.LoadInBackground(_run.Model);
        while (live.Translator.Style is not null)
        {
            live.Loop.Frame();
        }

        Assert.Null(live.Find<StyleComponent>()!.Input);
        Assert.False(live.Find<StyleComponent>()!.TakeFrom(_run.At("any.png")));
    }

    [Fact]
    public void A_fade_goes_from_one_style_to_another_and_ends_there()
    {
        using var live = Start("cpu");
        var style = live.Find<StyleComponent>()!;
        style.Set(StyleComponent.Fade, 0.5);
        var from = Current(live);
        style.ChangeTo(StyledModel.Other);
        var greens = new List<float>();
        for (var frame = 0; frame < 60; frame++)
        {
            live.Loop.Sleep();
            live.Loop.Frame();
            greens.Add(Current(live)[1]);
        }

        Assert.Equal(StyledModel.Other[1], greens[^1]);
        Assert.Contains(greens, green => green > from[1] && green < StyledModel.Other[1]);
        Assert.Equal(greens, greens.Order());
    }

    [Fact]
    public void A_recording_has_the_changes_of_style_and_plays_them_again()
    {
        var path = _run.At("take.yaml");
        using (var live = Start("cpu"))
        {
            var (style, canvas) = (live.Find<StyleComponent>()!, live.Find<LabelCanvasComponent>()!);
            style.Set(StyledModel.Other);
            live.Loop.Frame();
            canvas.Session.Press(new PixelPoint(20, 20));
            canvas.Session.Finish();
            style.Set(StyleComponent.Fade, 0.25);
            style.ChangeTo([0.9f, 0.2f, 0.3f, 0.4f]);
            live.Loop.Frame();
            canvas.Recording.Save(path);
        }

        var recorded = StrokeFile.LoadStyles(path);
        Assert.Equal([0, 0.25], recorded.Select(one => one.Fade));
        Assert.Equal(StyledModel.Other[..3], recorded[0].Style["wall"]);
        using (var live = Start("cpu"))
        {
            var canvas = live.Find<LabelCanvasComponent>()!;
            canvas.Recording.Play(path);
            var seen = new List<float>();
            for (var frame = 0; frame < 60 && (canvas.Recording.IsPlaying || Current(live)[0] != 0.9f); frame++)
            {
                live.Loop.Sleep();
                live.Loop.Frame();
                seen.Add(Current(live)[0]);
            }

            Assert.Contains(StyledModel.Other[0], seen);
            Assert.Equal([0.9f, 0.2f, 0.3f, 0.4f], Current(live));
            Assert.Equal((byte)canvas.Session.Settings.ClassId, canvas.Canvas.Map.Ids[(20 * Side) + 20]);
        }
    }

    [Fact]
    public void A_recording_for_another_style_sets_what_this_one_has_and_says_what_it_lacks()
    {
        var said = new List<string>();
        var played = new PlayedStyles(said.Add);
        var style = new float[StyledModel.Style.Definition.Count];
        for (var time = 0; time < 2; time++)
        {
            played.Take(new TimedStyle(time, 3, new Dictionary<string, float[]> { ["Wall"] = [0.2f, 7, 0.4f], ["hour"] = [21] }), speed: 2);
            Assert.True(played.TryTake(StyledModel.Style.Definition, style, out var seconds));
            Assert.Equal(1.5, seconds);
            Assert.Equal([0.2f, 1, 0.4f, 0.1f], style);
            Assert.False(played.TryTake(StyledModel.Style.Definition, style, out _));
        }

        Assert.Contains("'hour', which this generator's style lacks (it has wall, warmth)", Assert.Single(said), StringComparison.Ordinal);
        played.Take(new TimedStyle(3, 0, new Dictionary<string, float[]> { ["wall"] = [0, 0, 0] }), speed: 1);
        played.Refuse("plain.onnx");
        played.Refuse("plain.onnx");
        Assert.False(played.TryTake(StyledModel.Style.Definition, style, out _));
        Assert.Contains("plain.onnx has none", said[^1], StringComparison.Ordinal);
        Assert.Equal(2, said.Count);
    }

    [Fact]
    public void Numbers_by_name_are_bounded_and_wrong_ones_are_refused_in_a_sentence()
    {
        using var live = Start("cpu");
        INamedNumbers numbers = live.Find<StyleComponent>()!;
        Assert.Null(numbers.TrySet("WALL.GREEN", 7));
        Assert.Equal(1, Current(live)[1]);
        Assert.Contains("found NaN", numbers.TrySet("warmth", double.NaN), StringComparison.Ordinal);
        Assert.Contains("it has wall.red, wall.green", numbers.TrySet("roof", 1), StringComparison.Ordinal);
        Assert.Throws<UserException>(() => live.Find<StyleComponent>()!.ChangeTo([1, 2]));
        Assert.Equal(1, Current(live)[1]);
    }

    [Fact]
    public void A_seed_and_a_file_of_the_scene_are_what_it_begins_with()
    {
        var expected = new float[StyledModel.Style.Definition.Count];
        StyledModel.Style.Distribution.Sample(StyledModel.Style.Definition, 7, expected);
        using (var live = Start("cpu", "seed: 7"))
        {
            live.Loop.Frame();
            Assert.Equal(expected, Current(live));
        }

        StyleFile.Save(_run.At("night.style.yaml"), StyledModel.Style.Definition, StyledModel.Other);
        using (var live = Start("cpu", $"file: '{_run.At("night.style.yaml")}'"))
        {
            live.Loop.Frame();
            Assert.Equal(StyledModel.Other, Current(live));
        }
    }

    [Fact]
    public void A_photograph_gives_its_style_and_a_picture_of_one_colour_leaves_the_one_before()
    {
        using var live = Start("cpu");
        var style = live.Find<StyleComponent>()!;
        var photograph = new PixelImage(Side, Side);
        for (var i = 0; i < photograph.Rgba.Length; i += 4)
        {
            (photograph.Rgba[i], photograph.Rgba[i + 1], photograph.Rgba[i + 2], photograph.Rgba[i + 3]) = ((byte)(i % 8 == 0 ? 51 : 255), 0, 0, 255);
        }

        ImageFile.Save(_run.At("red.png"), photograph);
        Assert.True(style.TakeFrom(_run.At("red.png")));
        Assert.InRange(Current(live)[0], 0.59f, 0.61f);
        Assert.Equal(0, Current(live)[1]);
        photograph.Rgba.AsSpan().Fill(200);
        ImageFile.Save(_run.At("grey.png"), photograph);
        Assert.True(style.TakeFrom(_run.At("grey.png")));
        Assert.Equal(0, Current(live)[1]);
    }

    [Fact]
    public void A_moved_slider_costs_no_bytes()
    {
        using var live = Start("cpu");
        var style = live.Find<StyleComponent>()!;
        var values = StyledModel.Style.Definition.Neutral.ToArray();
        Move(20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Move(50);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Move(int times)
        {
            for (var i = 0; i < times; i++)
            {
                values[0] = i / 100f;
                style.Set(values);
                live.Loop.Frame();
            }
        }
    }

    [Fact]
    public void Saved_styles_are_found_again_with_their_pictures_and_go_when_they_are_removed()
    {
        var saved = new SavedStyles(_run.At("styles"));
        Assert.Empty(saved.Pictures);
        var picture = new PixelImage(Side, Side);
        picture.Rgba.AsSpan().Fill(255);
        saved.Add(StyledModel.Style.Definition, StyledModel.Other, picture);
        saved.Add(StyledModel.Style.Definition, StyledModel.Style.Definition.Neutral, picture);
        Assert.Equal(["style", "style-2"], new SavedStyles(_run.At("styles")).Pictures.Select(one => one.Label));
        Assert.NotNull(saved.Pictures[0].Image);
        Assert.Equal(StyledModel.Other, StyleFile.Load(saved.File(saved.Pictures.Select(one => one.Label).ToList().IndexOf("style")), StyledModel.Style.Definition));
        saved.Remove(0);
        Assert.Single(saved.Pictures);
        Assert.Equal(2, Directory.GetFiles(_run.At("styles")).Length);
    }

    private OffscreenSession Start(string provider, string settings = "fade: 0")
    {
        var model = _run.At("styled.onnx");
        Write(model);
        var live = new OffscreenSession(model, Scene.Replace("fade: 0", settings, StringComparison.Ordinal), new PixelSize(352, 112), LiveClock.Stepped, provider: provider);
        live.PaintOn();
        live.NextTranslation();
        return live;
    }

    private static void Write(string path) => StyledModel.Write(path, StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), Side);

    private static float[] Current(OffscreenSession live)
    {
        var style = new float[StyledModel.Style.Definition.Count];
        live.Translator.Style!.CopyTo(style);
        return style;
    }

    private static byte[] Picture(OffscreenSession live)
    {
        var picture = new PixelImage(Side, Side);
        live.Translator.Read(picture);
        return [.. picture.Rgba];
    }
}
