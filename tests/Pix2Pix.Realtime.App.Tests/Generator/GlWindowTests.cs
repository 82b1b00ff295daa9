using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>The real window, painted in with a real pointer, with a U-Net of width 8 in compute shaders and on the processor.</summary>
public sealed class GlWindowTests : IDisposable
{
    private const int Side = 128;

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Painting_shows_the_same_screen_as_on_the_processor()
    {
        RandomUNet.Write(_run.At("unet.onnx"), seed: 4, Side, width: 8, depth: 5);
        File.WriteAllText(_run.At("tools.scene.yaml"), """
            objects:
              - name: all
                components: [Translator, LabelCanvas, TranslationView: { filter: nearest }, ToolPanel]
            """);
        var (onCard, runs) = Paint("gl");
        var (onProcessor, _) = Paint("cpu");
        Assert.StartsWith("OpenGL", runs, StringComparison.Ordinal);

        // Below them is what was said about another program's model, for a few seconds.
        var shared = 1280 * 4 * 560;
        Assert.InRange(onCard.Rgba.Take(shared).Zip(onProcessor.Rgba).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 2);
    }

    /// <summary>Draws two strokes into a window of its own.</summary>
    /// <returns>What the screen shows then, and where the generator runs.</returns>
    private (PixelImage Screen, string Runs) Paint(string provider)
    {
        using var run = new LiveRun();
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = run.Start(
            display.Name, "live", "--scene", _run.At("tools.scene.yaml"), "--model", _run.At("unet.onnx"), "--provider", provider, "--log", run.Log);
        var runs = run.WaitFor(program, "generator").GetProperty("runs").GetString()!;
        var layout = run.WaitFor(program, "layout");
        run.WaitFor(program, "frame");
        foreach (var (key, row) in (ReadOnlySpan<(string, int)>)[("2", 40), ("4", 90)])
        {
            display.Do("mousemove", $"{At(layout, 64, 64).X}", $"{At(layout, 64, 64).Y}", "key", key);
            var (from, to) = (At(layout, 20, row), At(layout, 100, row + 6));
            display.Do("mousemove", $"{from.X}", $"{from.Y}", "mousedown", "1", "mousemove", $"{to.X}", $"{to.Y}", "mouseup", "1");
            run.WaitUntilShown(program, run.WaitFor(program, "stroke").GetProperty("version").GetInt64());
        }

        // Off the canvas no brush is drawn; what is shown after that is the last picture.
        display.Do("mousemove", "1279", "719");
        foreach (var (key, name) in (ReadOnlySpan<(string, string)>)[("ctrl+z", "undo"), ("ctrl+y", "redo")])
        {
            display.Do("key", key);
            run.WaitUntilShown(program, run.WaitFor(program, name).GetProperty("version").GetInt64());
        }

        Assert.Single(Readbacks(run.Log).Distinct());
        return (XScreen.Grab(display), runs);
    }

    /// <summary>How often pixels had been read back when each picture was shown.</summary>
    private static List<long> Readbacks(string log)
    {
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var swaps = reader.ReadToEnd().Split('\n').Where(line => line.EndsWith('}') && line.Contains("\"event\":\"swap\"", StringComparison.Ordinal));
        return [.. swaps.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("readbacks").GetInt64())];
    }

    private static (int X, int Y) At(JsonElement layout, int x, int y)
    {
        var picture = layout.GetProperty("picture");
        var scale = picture.GetProperty("scale").GetDouble();
        return ((int)(picture.GetProperty("x").GetDouble() + ((x + 0.5) * scale)), (int)(picture.GetProperty("y").GetDouble() + ((y + 0.5) * scale)));
    }
}
