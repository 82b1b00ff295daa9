using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Every scene in sample-scenes/, run as people run it, against its golden picture; the panels, whose text depends on the machine's fonts, are cut off.</summary>
public sealed class SampleSceneTests : IDisposable
{
    private const string Ending = ".scene.yaml";

    /// <summary>A live source shows the same in all of its pictures.</summary>
    private const string LiveFrames = "20";
    private const string Frames = "60";

    /// <summary>Longer than the notice of a second generator, or of another palette, stays over the picture.</summary>
    private const string NoticeFrames = "600";

    private const string Sketch = """
        strokes:
          - { time: 0, tool: brush, class: ink, size: 3, points: [[60, 200], [60, 80], [128, 30], [196, 80], [196, 200], [60, 200]] }
          - { time: 0.2, tool: rectangle, class: ink, points: [[110, 140], [146, 200]] }
        """;

    private readonly LiveRun _run = new();

    public static TheoryData<string> Scenes => [.. Directory.GetFiles(ProjectFolder.Under("sample-scenes"), $"*{Ending}").Select(file => Path.GetFileName(file)[..^Ending.Length]).Order(StringComparer.Ordinal)];

    public void Dispose() => _run.Dispose();

    [Theory]
    [MemberData(nameof(Scenes))]
    public void A_sample_scene_gives_its_golden_picture(string name)
    {
        using (var context = new OffscreenContext(new PixelSize(16, 16)))
        using (var device = new GraphicsDevice(context, ShaderFolder.Find(), _ => { }))
        {
            Assert.SkipUnless(device.IsSoftware, "golden pictures are compared where Mesa draws on the processor");
        }

        var scene = ProjectFolder.Under("sample-scenes", $"{name}{Ending}");
        var text = File.ReadAllText(scene);
        var isLive = text.Contains("Source: {", StringComparison.Ordinal) && !text.Contains("from: canvas", StringComparison.Ordinal);
        if (isLive)
        {
            Ffmpeg.Require();
            Ffmpeg.Run("-y", "-f", "lavfi", "-i", "smptebars=size=320x240:rate=25:duration=2", "-c:v", "ffv1", "-pix_fmt", "bgr0", _run.At("bars.mkv"));
        }

        File.WriteAllText(_run.At("sketch.yaml"), Sketch);
        var frames = isLive ? LiveFrames : name is "cross-fade" or "edges-paint" ? NoticeFrames : Frames;
        var (code, _, errors) = _run.Run(
            ["live", "--headless", "--scene", scene, "--model", _run.Model, "--frames", frames, "--size", name == "street" ? "560x300" : "740x330", "--screenshot", _run.At("out.png"), "--log", _run.Log,
            .. isLive ? (string[])["--source", _run.At("bars.mkv")] : name == "edges-paint" ? ["--strokes", _run.At("sketch.yaml")] : []]);
        Assert.True(code == 0, errors);
        Golden.Compare($"scene-{name}", Pictures());
    }

    [Fact]
    public void The_blueprint_in_the_box_is_what_its_recipe_writes()
    {
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "found"));
        var written = Path.Combine(AppContext.BaseDirectory, "found", "blueprint.onnx");
        BlueprintModel.Write(written);

        // The last bit of the probe's answers is the machine's.
        var (found, boxed) = (OnnxFile.Read(written), OnnxFile.Read(ProjectFolder.Under("sample-scenes", "blueprint.onnx")));
        found.MetadataProps.Clear();
        boxed.MetadataProps.Clear();
        Assert.True(found.Equals(boxed), $"the recipe wrote another one, {written}");
    }

    [Fact]
    public void Each_component_that_is_switched_off_is_done_without_or_missed_in_a_sentence()
    {
        string[] names = ["Translator", "CrossFade", "LabelCanvas", "Source", "TranslationView", "Recorder", "Osc", "TrainingPanel", "InfoPanel", "StatusLine", "ToolPanel"];
        foreach (var name in names)
        {
            var components = string.Join(", ", names.Select(one => one == name ? $"{one}: {{ enabled: false }}" : one));
            File.WriteAllText(_run.At("off.scene.yaml"), $"objects: [{{ components: [{components}] }}]");
            var (code, _, errors) = _run.Run("live", "--headless", "--scene", _run.At("off.scene.yaml"), "--model", _run.Model, "--frames", "2", "--screenshot", _run.At("out.png"));
            Assert.True(code == 0 || (code == 1 && errors.Contains($"Expected an enabled {name} ", StringComparison.Ordinal)), $"without {name}: {code}, {errors}");
        }
    }

    /// <summary>The part of the window that label map and translation have.</summary>
    private PixelImage Pictures()
    {
        var whole = ImageFile.Load(_run.At("out.png"));
        var layout = _run.Newest("layout", _ => true)!.Value;
        var (canvas, translation) = (Area("canvas"), Area("translation"));
        var area = canvas.IsEmpty ? translation : canvas.Union(translation);
        var part = new PixelImage(area.Width, area.Height);
        for (var y = 0; y < area.Height; y++)
        {
            whole.Row(area.Y + y).Slice(area.X * 4, area.Width * 4).CopyTo(part.Row(y));
        }

        return part;

        PixelRect Area(string name) => layout.GetProperty(name).EnumerateArray().Select(number => number.GetInt32()).ToArray() is [var x, var y, var width, var height]
            ? new PixelRect(x, y, width, height)
            : default;
    }
}
