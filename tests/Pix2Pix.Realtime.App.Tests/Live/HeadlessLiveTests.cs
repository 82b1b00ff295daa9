using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Tests.Live;

public sealed class HeadlessLiveTests : IDisposable
{
    private const string Strokes = """
        strokes:
          - { time: 0, tool: rectangle, class: facade, points: [[20, 20], [235, 255]] }
          - { time: 0.1, tool: window stamp, class: window, points: [[40, 40], [80, 100]], repeat: [3, 2, 64, 96] }
          - { time: 0.2, duration: 0.3, tool: brush, class: pillar, size: 9, points: [[10, 10], [245, 12], [128, 200]] }
        """;

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_recording_replays_to_the_golden_picture_label_map_beside_translation()
    {
        using (var context = new OffscreenContext(new PixelSize(16, 16)))
        using (var device = new GraphicsDevice(context, ShaderFolder.Find(), _ => { }))
        {
            Assert.SkipUnless(device.IsSoftware, "golden pictures are compared where Mesa draws on the processor");
        }

        File.WriteAllText(_run.At("strokes.yaml"), Strokes);
        File.WriteAllText(_run.At("pictures.scene.yaml"), """
            objects:
              - name: all
                components: [Translator, LabelCanvas, TranslationView: { filter: nearest }]
            """);

        // Without panels the pictures lie in the middle of what is left; text depends on the machine's fonts and is in no golden picture.
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", _run.At("pictures.scene.yaml"), "--model", _run.Model, "--strokes", _run.At("strokes.yaml"), "--frames", "60",
            "--size", "744x320", "--screenshot", _run.At("live.png"));
        Assert.True(code == 0, errors);
        Golden.Compare("live-sitting", ImageFile.Load(_run.At("live.png")));
    }

    [Fact]
    public void Without_a_display_it_says_so_and_draws_the_picture_into_a_file()
    {
        var (code, output, errors) = _run.Run("live", "--model", _run.Model, "--frames", "2");
        Assert.Equal(0, code);
        Assert.Contains("no display", errors, StringComparison.Ordinal);
        Assert.Equal(Path.Combine("out", "live.png"), output.Trim());
        var picture = ImageFile.Load(_run.At("out/live.png"));
        Assert.Equal((1280, 720), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("Expected a generator", "--model", "missing.onnx")]
    [InlineData("can't be used", "--model", "broken.onnx")]
    [InlineData("Expected a scene file", "--scene", "missing.scene.yaml")]
    [InlineData("Expected a stroke file", "--strokes", "missing.yaml")]
    [InlineData("there is no tool 'brusch'; did you mean brush?", "--strokes", "faulty.yaml")]
    [InlineData("there is no component 'Translater'; did you mean Translator?", "--scene", "faulty.scene.yaml")]
    public void Bad_input_ends_with_one_sentence_and_code_1(string words, string option, string file)
    {
        File.WriteAllText(_run.At("broken.onnx"), "no graph");
        File.WriteAllText(_run.At("faulty.yaml"), "strokes: [{ tool: brusch, points: [[1, 2]] }]");
        File.WriteAllText(_run.At("faulty.scene.yaml"), "objects: [{ components: [Translater] }]");
        string[] model = option == "--strokes" ? ["--model", _run.Model] : [];
        var (code, _, errors) = _run.Run(["live", "--headless", "--frames", "1", option, _run.At(file), .. model]);
        Assert.Equal(1, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--size", "12")]
    [InlineData("--frames", "0")]
    [InlineData("--clock", "sundial")]
    [InlineData("--colour", "red")]
    public void Wrong_usage_ends_with_code_2(string option, string value) => Assert.Equal(2, _run.Run("live", "--headless", option, value).ExitCode);

    [Fact]
    public void With_a_real_clock_the_latency_from_stroke_to_picture_is_logged()
    {
        File.WriteAllText(_run.At("strokes.yaml"), Strokes);
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--clock", "real", "--model", _run.Model, "--strokes", _run.At("strokes.yaml"), "--frames", "1000", "--log", _run.Log);
        Assert.True(code == 0, errors);
        var log = File.ReadAllText(_run.Log);
        Assert.Matches("\"event\":\"frame\",\"sequence\":\\d+,\"milliseconds\":\\d", log);
        Assert.Equal(3, log.Split("\"event\":\"stroke\"").Length - 1);
    }
}
