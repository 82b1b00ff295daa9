using System.Diagnostics;
using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Generator;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>The live program with its generator in compute shaders.</summary>
public sealed class GlLiveTests : IDisposable
{
    /// <summary>Without panels, whose text is uploaded too.</summary>
    private const string PicturesOnly = """
        objects:
          - name: all
            components: [Translator, LabelCanvas, TranslationView: { filter: nearest }]
        """;

    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Painting_uploads_the_dirty_rectangle_alone_and_reads_nothing_back()
    {
        using var live = Start(_run.Model);
        Assert.StartsWith("OpenGL", live.Translator.Info!.Runs, StringComparison.Ordinal);
        var dirty = live.Canvas.Canvas.Track();
        live.Loop.Step();
        _ = dirty.Take();
        var (readbacks, uploaded) = (live.Live.Device.Readbacks, live.Live.Device.UploadedBytes);
        var painted = 0L;
        for (var i = 0; i < 50; i++)
        {
            live.PaintOn();
            var changed = dirty.Take();
            painted += changed.Width * changed.Height;
            live.Loop.Step();
        }

        Assert.Equal(readbacks, live.Live.Device.Readbacks);
        Assert.Equal(painted, live.Live.Device.UploadedBytes - uploaded);
        Assert.True(live.Translator.Stamp.Sequence > 50);
    }

    [Fact]
    public void What_is_shown_is_what_the_processor_shows()
    {
        var (card, processor) = (Painted("gl"), Painted("cpu"));
        Assert.InRange(card.Rgba.Zip(processor.Rgba).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 1);
    }

    [Fact]
    public void A_dropped_generator_takes_over_on_the_card_and_one_of_another_kind_on_the_processor()
    {
        using var live = Start(_run.Model);
        Load(live, RandomUNet.Write(_run.At("unet.onnx")));
        Assert.Equal("unet.onnx", live.Translator.Info!.Name);
        Assert.StartsWith("OpenGL", live.Translator.Info.Runs, StringComparison.Ordinal);

        Load(live, RandomUNet.Write(_run.At("sigmoid.onnx"), last: "Sigmoid"));
        Assert.Equal("sigmoid.onnx", live.Translator.Info!.Name);
        Assert.StartsWith("CPU", live.Translator.Info.Runs, StringComparison.Ordinal);
        Load(live, _run.Model);
        Assert.StartsWith("OpenGL", live.Translator.Info!.Runs, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_takes_the_faster_one_and_gives_the_other_back()
    {
        using var live = Start(_run.Model, "cpu");
        var source = new GeneratorSource(live.Live, LiveProvider.Auto, threads: 1) { TriesCard = true };
        live.Live.Device.Drain();
        var objects = live.Live.Device.LiveObjects;
        var read = source.Read(_run.Model, shape: null);
        Assert.True(read.Milliseconds > 0);
        using (var processor = source.Build(read with { Milliseconds = 0 }))
        {
            Assert.StartsWith("CPU", processor!.Info.Runs, StringComparison.Ordinal);
        }

        using (var card = source.Build(source.Read(_run.Model, shape: null) with { Milliseconds = 1e9 }))
        {
            Assert.StartsWith("OpenGL", card!.Info.Runs, StringComparison.Ordinal);
        }

        // The programs stay the device's: the next generator of these shapes needs them.
        live.Live.Device.Drain();
        Assert.InRange(live.Live.Device.LiveObjects - objects, 0, 8);
    }

    [Fact]
    public void Halves_are_taken_where_a_probe_proves_them_and_a_file_without_one_stays_in_floats()
    {
        using var live = Start(_run.Model, "cpu");
        var (proved, unproved) = (GeneratorPlanner.Read(_run.Model), GeneratorPlanner.Read(RandomUNet.Write(_run.At("unet.onnx"))));
        var objects = Objects();

        // The programs stay the device's; all else was given back.
        Assert.Equal(objects, Objects());

        int Objects()
        {
            var free = new GpuGeneratorBuilder(live.Live.Device, GpuPrecision.Auto, live.Live.Log) { TriesHalves = true };
            var first = IsHalf(free, proved);
            Assert.Equal(first, IsHalf(free, proved));
            Assert.False(IsHalf(free, unproved));
            Assert.True(IsHalf(new GpuGeneratorBuilder(live.Live.Device, GpuPrecision.Fp16, live.Live.Log), unproved));
            Assert.False(IsHalf(new GpuGeneratorBuilder(live.Live.Device, GpuPrecision.Fp32, live.Live.Log), proved));
            live.Live.Device.Drain();
            return live.Live.Device.LiveObjects;
        }

        static bool IsHalf(GpuGeneratorBuilder builder, GeneratorPlan plan)
        {
            using var generator = builder.Build(plan);
            return generator.Info.Runs.EndsWith("fp16", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Halves_paint_the_picture_that_floats_paint()
    {
        var (halves, floats) = (Painted("gl", precision: "fp16"), Painted("gl", precision: "fp32"));
        Assert.InRange(halves.Rgba.Zip(floats.Rgba).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 3);
    }

    [Fact]
    public void A_generator_that_the_card_has_no_room_for_is_translated_by_the_processor()
    {
        using var live = Start(_run.Model);
        var enough = live.Live.Device.Compute;
        live.Live.Device.Compute = enough with { StorageBytes = 1024 };
        Load(live, RandomUNet.Write(_run.At("large.onnx")));
        Assert.StartsWith("CPU", live.Translator.Info!.Runs, StringComparison.Ordinal);
        live.NextTranslation();
        live.Live.Device.Compute = enough;
        Load(live, _run.Model);
        Assert.StartsWith("OpenGL", live.Translator.Info!.Runs, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_driver_is_told_of_in_a_sentence_and_the_processor_translates()
    {
        _run.Variables["MESA_GL_VERSION_OVERRIDE"] = "3.3";
        var (code, _, errors) = _run.Run("live", "--headless", "--frames", "2", "--provider", "gl", "--model", _run.Model, "--log", _run.Log);
        Assert.True(code == 0, errors);
        var log = File.ReadAllText(_run.Log);
        Assert.Contains("Expected OpenGL 4.3 to run the generator on the GPU, found 3.3", log, StringComparison.Ordinal);
        Assert.Matches("\"event\":\"generator\",\"name\":\"two-layers.onnx\",\"runs\":\"CPU", log);
        Assert.Contains("\"event\":\"translation\"", log, StringComparison.Ordinal);
    }

    private static OffscreenSession Start(string model, string provider = "gl") =>
        new(model, PicturesOnly, new PixelSize(352, 112), LiveClock.Stepped, provider: provider);

    private PixelImage Painted(string provider, string precision = "auto")
    {
        var scene = PicturesOnly.Replace("[Translator,", $"[Translator: {{ precision: {precision} }},", StringComparison.Ordinal);
        using var live = new OffscreenSession(_run.Model, scene, new PixelSize(352, 112), LiveClock.Stepped, provider: provider);
        for (var i = 0; i < 30; i++)
        {
            live.PaintOn();
        }

        live.Loop.Step();
        live.Loop.Step();
        return live.Loop.Screenshot();
    }

    /// <summary>Drops a file and runs the loop until a generator of its name translates.</summary>
    private static void Load(OffscreenSession live, string path)
    {
        live.Translator.LoadInBackground(path);
        var start = Stopwatch.GetTimestamp();
        while (live.Translator.IsLoading || live.Translator.Info?.Name != Path.GetFileName(path))
        {
            live.Loop.Frame();
            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 60, $"{path} did not come into use");
        }
    }
}
