using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Generators come, go and fail while the person paints.</summary>
public sealed class TranslatorTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);
    private readonly OffscreenSession _live;

    public TranslatorTests() => _live = new OffscreenSession(_run.Model, scene: null, new PixelSize(960, 640), LiveClock.Stepped);

    private CrossFadeComponent Fade => _live.Find<CrossFadeComponent>()!;

    public void Dispose()
    {
        _live.Dispose();
        _run.Dispose();
    }

    [Fact]
    public void A_generator_published_from_another_thread_takes_over_between_two_frames()
    {
        Paint();
        var before = Middle();
        var published = new Thread(() => _live.Translator.Publish(new Flat(0.5f)));
        published.Start();
        published.Join();
        Paint();
        Assert.Equal("flat", _live.Translator.Info!.Name);
        Assert.NotEqual(before, Middle());
        Assert.Equal((191, 191, 191), Middle());
    }

    [Fact]
    public void A_generator_that_fails_is_told_of_once_and_the_last_good_picture_stays()
    {
        Paint();
        var failing = new Failing();
        _live.Translator.Publish(failing);
        Paint();
        var kept = Middle();
        Paint();
        Assert.Equal(1, failing.Calls);
        Assert.Equal(kept, Middle());
        _live.Translator.Publish(new Flat(0));
        Paint();
        Assert.Equal((128, 128, 128), Middle());
    }

    [Fact]
    public void A_picture_without_an_answer_is_told_of_once_and_the_next_one_is_translated()
    {
        Paint();
        var moody = new Moody();
        _live.Translator.Publish(moody);
        var kept = Middle();
        Paint();
        Paint();
        Assert.Equal(kept, Middle());
        moody.IsAnswering = true;
        Paint();
        Assert.True(moody.Calls > 2, $"{moody.Calls} pictures");
        Assert.Equal((191, 191, 191), Middle());
    }

    [Fact]
    public void A_generator_of_another_size_is_refused_and_disposed_and_the_one_in_use_goes_on()
    {
        var small = new Flat(0, side: 32);
        _live.Translator.Publish(small);
        Paint();
        Assert.True(small.IsDisposed);
        Assert.Equal("two-layers.onnx", _live.Translator.Info!.Name);
    }

    [Theory]
    [InlineData(0, 191)]
    [InlineData(0.5, 128)]
    [InlineData(0.75, 96)]
    [InlineData(1, 64)]
    public void A_fade_mixes_two_generators_answers(double fade, int grey)
    {
        var (first, second) = (new Flat(0.5f), new Flat(-0.5f));
        _live.Translator.Publish(first);
        Paint();
        Fade.Publish(second);
        Fade.Set(CrossFadeComponent.Fade, fade);
        Paint();
        Assert.Equal((grey, grey, grey), Middle());
    }

    [Fact]
    public void Two_generators_are_seen_beside_each_other_and_the_label_map_is_painted_on_either()
    {
        _live.Translator.Publish(new Flat(0.5f));
        Paint();
        Fade.Publish(new Flat(-0.5f));
        _live.View.Set(TranslationViewComponent.Mode, ViewMode.Generators);
        Paint();
        Paint();
        var (shot, work) = (_live.Loop.Screenshot(), _live.Live.Workspace);
        Assert.Equal(191, Red(work.Translation));
        Assert.Equal(64, Red(work.Second));
        Assert.Equal(work.Pick(work.Translation.X + 100, 200), work.Pick(work.Second.X + 100, 200));

        int Red(PixelRect area) => shot.Row(area.Y + (area.Height / 2))[(area.X + (area.Width / 2)) * 4];
    }

    [Fact]
    public void A_second_generator_that_fails_or_does_not_fit_leaves_the_first_alone()
    {
        _live.Translator.Publish(new Flat(0.5f));
        Paint();
        var small = new Flat(0, side: 32);
        Assert.Contains("32", Assert.Throws<UserException>(() => Fade.Publish(small)).Message, StringComparison.Ordinal);
        Assert.True(small.IsDisposed);
        var failing = new Failing();
        Fade.Publish(failing);
        Fade.Set(CrossFadeComponent.Fade, 0.5);
        Paint();
        Paint();
        Assert.Equal(1, failing.Calls);
        Assert.Equal((191, 191, 191), Middle());
    }

    [Fact]
    public void A_texture_generator_runs_on_the_canvas_texture_without_readback()
    {
        _live.Translator.Publish(new Clearing(_live.Live.Device.Gl));
        Paint();
        var readbacks = _live.Live.Device.Readbacks;
        Paint();
        Assert.Equal(readbacks, _live.Live.Device.Readbacks);
        Assert.Equal("clearing", _live.Translator.Info!.Name);
        Assert.Equal((0, 255, 0), Middle());
        _live.Translator.Publish(GeneratorLoader.Load(_run.Model, new LoadOptions()));
        Paint();
        Assert.NotEqual((0, 255, 0), Middle());
    }

    [Fact]
    public void Paint_is_translated_in_the_frame_that_painted_it_wherever_the_canvas_stands_in_the_scene()
    {
        var strokes = _run.At("strokes.yaml");
        File.WriteAllText(strokes, "strokes: [{ duration: 0.5, tool: brush, class: door, size: 5, points: [[1, 1], [60, 1], [60, 60], [1, 60]] }]");
        using var live = new OffscreenSession(_run.Model, scene: null, new PixelSize(960, 640), LiveClock.Stepped, strokes);
        var painted = 0;
        while (live.Canvas.Recording.IsPlaying)
        {
            var (version, sequence) = (live.Canvas.Canvas.Version, live.Translator.Stamp.Sequence);
            live.Loop.Step();
            if (live.Canvas.Canvas.Version != version)
            {
                painted++;
                Assert.True(live.Translator.Stamp.Sequence > sequence, $"version {live.Canvas.Canvas.Version} was not translated in its frame");
            }
        }

        Assert.True(painted > 1, $"{painted} frames painted");
    }

    [Fact]
    public void Nothing_new_means_no_translation_and_no_drawing()
    {
        Paint();
        _live.Loop.Step();
        var (presented, sequence) = (_live.Loop.Presented, _live.Translator.Stamp.Sequence);
        for (var i = 0; i < 50; i++)
        {
            _live.Loop.Step();
        }

        // The status line may show new figures once; the translation must stay.
        Assert.InRange(_live.Loop.Presented, presented, presented + 1);
        Assert.Equal(sequence, _live.Translator.Stamp.Sequence);
    }

    private void Paint()
    {
        _live.PaintOn();
        _live.Loop.Step();
        _live.Loop.Step();
    }

    /// <summary>The colour in the middle of the translation, as it is on the screen.</summary>
    private (int R, int G, int B) Middle()
    {
        var area = _live.Live.Workspace.Translation;
        var screen = _live.Loop.Screenshot();
        var pixel = screen.Row(area.Y + (area.Height / 2)).Slice((area.X + (area.Width / 2)) * 4, 4);
        return (pixel[0], pixel[1], pixel[2]);
    }

    private sealed class Flat(float value, int side = 64) : ITensorGenerator
    {
        public bool IsDisposed { get; private set; }

        public GeneratorInfo Info { get; } = new("flat", new FrameShape(3, side, side), new FrameShape(3, side, side), "cmp-facade", "test", 1);

        public void Translate(TensorBuffer input, TensorBuffer output) => output.Values.Fill(value);

        public void Dispose() => IsDisposed = true;
    }

    /// <summary>Has no answer to some pictures.</summary>
    private sealed class Moody : ITensorGenerator
    {
        public bool IsAnswering { get; set; }

        public int Calls { get; private set; }

        public GeneratorInfo Info { get; } = new("moody", new FrameShape(3, 64, 64), new FrameShape(3, 64, 64), "cmp-facade", "test", 1);

        public void Translate(TensorBuffer input, TensorBuffer output)
        {
            Calls++;
            output.Values.Fill(IsAnswering ? 0.5f : float.NaN);
            if (!IsAnswering)
            {
                throw new PictureException("Expected numbers, found NaN; paint on.");
            }
        }

        public void Dispose()
        {
        }
    }

    private sealed class Failing : ITensorGenerator
    {
        public int Calls { get; private set; }

        public GeneratorInfo Info { get; } = new("failing", new FrameShape(3, 64, 64), new FrameShape(3, 64, 64), "cmp-facade", "test", 1);

        public void Translate(TensorBuffer input, TensorBuffer output)
        {
            Calls++;
            throw new InvalidOperationException("out of luck");
        }

        public void Dispose() { }
    }

    private sealed class Clearing(GL gl) : ITextureGenerator
    {
        public GeneratorInfo Info { get; } = new("clearing", new FrameShape(3, 64, 64), new FrameShape(3, 64, 64), "cmp-facade", "test", 1);

        public void Translate(uint inputTexture, uint outputTexture)
        {
            Assert.True(gl.IsTexture(inputTexture));
            var framebuffer = gl.GenFramebuffer();
            gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
            gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, outputTexture, 0);
            gl.ClearColor(0, 1, 0, 1);
            gl.Clear(ClearBufferMask.ColorBufferBit);
            gl.DeleteFramebuffer(framebuffer);
        }

        public void Dispose() { }
    }
}
