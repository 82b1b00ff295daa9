using Pix2Pix.Realtime.App.Tests.CommandLine;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Training;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Compatibility;

/// <summary>What a person made with version 0.1.0, opened by the program of today.</summary>
public sealed class OldFilesTests : IDisposable
{
    private const int Side = 64;
    private const int ScenePage = 6;
    private const string Painting = "canvas-my street.png";

    private const string Scene = """
        objects:
          - name: all
            components: [Translator, LabelCanvas: { palette: palette.yaml, size: 64 }, TranslationView: { filter: nearest }, ToolPanel, StatusLine, InfoPanel]
        """;

    private readonly LiveRun _run = new(Side);

    public OldFilesTests()
    {
        Version010.Copy("palette.yaml", _run.At("palette.yaml"));
        File.WriteAllText(_run.At("old.scene.yaml"), Scene);
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Strokes_paint_what_they_painted_in_the_colours_of_their_palette()
    {
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", _run.At("old.scene.yaml"), "--model", _run.Model, "--strokes", Version010.Path("strokes.yaml"), "--frames", "60",
            "--size", "1280x720", "--screenshot", _run.At("out.png"), "--log", _run.Log);
        Assert.True(code == 0, errors);

        // Each pixel of the label map is a square of several pixels on the screen.
        var (screen, expected) = (ImageFile.Load(_run.At("out.png")), ImageFile.Load(Version010.Path("autosave", Painting)));
        var picture = _run.Newest("layout", _ => true)!.Value.GetProperty("picture");
        var (left, top, scale) = (picture.GetProperty("x").GetDouble(), picture.GetProperty("y").GetDouble(), picture.GetProperty("scale").GetDouble());
        Assert.True(scale > 2, $"scale {scale}");
        var found = new PixelImage(Side, Side);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                screen.Row((int)(top + ((y + 0.5) * scale))).Slice((int)(left + ((x + 0.5) * scale)) * 4, 4).CopyTo(found.Row(y)[(x * 4)..]);
            }
        }

        Assert.Equal(expected.Rgba, found.Rgba);
    }

    [Fact]
    public void The_painting_and_the_preferences_of_the_last_start_are_there()
    {
        Version010.Copy("autosave", _run.At("data/pix2pix"));
        Version010.Copy("preferences.yaml", _run.At("config/pix2pix/preferences.yaml"));
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--scene", _run.At("old.scene.yaml"), "--model", _run.Model, "--no-tune", "--log", _run.Log);
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", "ctrl+s");
        _run.WaitFor(program, "asks");
        display.Do("key", "Return");
        var saved = _run.WaitFor(program, "save").GetProperty("path").GetString()!;
        Assert.Equal(ImageFile.Load(Version010.Path("autosave", Painting)).Rgba, ImageFile.Load(saved).Rgba);

        program.End();
        Assert.Equal(0, program.ExitCode);

        // What the old program kept is kept, and more beside it.
        var kept = File.ReadAllLines(_run.Preferences);
        Assert.All(File.ReadAllLines(Version010.Path("preferences.yaml")), line => Assert.Contains(line, kept));
    }

    [Fact]
    public void A_scene_has_the_value_of_each_property_of_each_component()
    {
        Version010.Copy("paint.scene.yaml", _run.At("paint.scene.yaml"));
        Version010.Copy("strokes.yaml", _run.At("strokes.yaml"));
        Version010.Copy(Path.Combine("autosave", Painting), _run.At("canvas.png"));
        using var tab = new TrainTab(_run, ScenePage, "--scene", _run.At("paint.scene.yaml"), "--trust");

        // With its file gone the scene is written from the values that its components have.
        File.Delete(_run.At("paint.scene.yaml"));
        tab.Press("save scene");
        tab.Wait("save");
        Assert.Equal(File.ReadAllText(Version010.Path("paint.scene.yaml")), WithoutNumber(File.ReadAllText(_run.At("paint.scene.yaml"))));
    }

    [Fact]
    public void A_street_has_its_houses_where_they_were()
    {
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", Version010.Path("street.scene.yaml"), "--model", _run.Model, "--frames", "40", "--size", "560x300",
            "--screenshot", _run.At("out.png"), "--log", _run.Log);
        Assert.True(code == 0, errors);
        var area = _run.Newest("layout", _ => true)!.Value.GetProperty("translation").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        var (whole, street) = (ImageFile.Load(_run.At("out.png")), new PixelImage(area[2], area[3]));
        for (var y = 0; y < street.Height; y++)
        {
            whole.Row(area[1] + y).Slice(area[0] * 4, area[2] * 4).CopyTo(street.Row(y));
        }

        Compare("street.png", street, mostMean: 3);
    }

    [Theory]
    [InlineData("small.png", "small/snapshots/generator-000006.onnx")]
    [InlineData("small.png", "small-student/teacher.onnx")]
    [InlineData("small-student.png", "small-student/snapshots/generator-000004.onnx")]
    [InlineData("fast.png", "small-student/fast.onnx")]
    public async Task A_generator_passes_its_probe_and_translates_as_it_did(string expected, string model)
    {
        var verb = await Verb.RunAsync("translate", "--model", Version010.Path(model), Version010.Path("autosave", Painting), "-o", _run.At("out.png"));
        Assert.True(verb.Code == 0, verb.Errors);
        Compare(expected, ImageFile.Load(_run.At("out.png")), mostMean: 2);
    }

    private static string WithoutNumber(string yaml) => yaml.Replace("format: 1\n", "", StringComparison.Ordinal);

    private static void Compare(string name, PixelImage found, double mostMean)
    {
        var kept = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "found")).FullName, $"0.1.0-{name}");
        ImageFile.Save(kept, found);
        var expected = ImageFile.Load(Version010.Path("expected", name));
        Assert.Equal((expected.Width, expected.Height), (found.Width, found.Height));
        var mean = expected.Rgba.Zip(found.Rgba, (a, b) => Math.Abs(a - b)).Average();
        Assert.True(mean <= mostMean, $"expected a mean difference of at most {mostMean} to {name}, found {mean:0.00}; see {kept}");
    }
}
