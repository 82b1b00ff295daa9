using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Somebody's first visit, step by step in the real window: nothing is lost, nothing has to be looked up, everything can be reached. Each step leaves a picture beside the test program.</summary>
public sealed class FirstVisitTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly LiveRun _run = new(isFirstTime: true);
    private string _name = "";

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("us", 900, 600, 1)]
    [InlineData("de", 900, 600, 1)]
    [InlineData("us", 1366, 768, 1.25)]
    [InlineData("us", 2200, 1400, 2)]
    [InlineData("de", 2200, 1400, 2)]
    public void A_stranger_is_welcomed_paints_saves_finds_every_page_and_comes_back_from_the_street(string keyboard, int width, int height, double scale)
    {
        _name = $"{keyboard}-{width}x{height}";
        using var display = XvfbDisplay.Start(width, height, (int)(96 * scale));
        display.SetKeyboard(keyboard);
        File.WriteAllText(_run.At("label-map.png"), "precious");
        var size = FormattableString.Invariant($"{Math.Round(width / scale)}x{Math.Round(height / scale)}");
        using var program = _run.Start(display.Name, "live", "--size", size, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        Place("close scenes");
        Look(display, "1-welcome");
        Close(display, program);
        Paint(display, program, layout);
        Save(display, program);
        Pages(display, program);
        Type(display, program);
        Keys(display, program);
        Street(display, program);
        program.End();

        var kept = File.ReadAllText(_run.Preferences);
        Assert.Contains($"width: {Math.Round(width / scale)}", kept, StringComparison.Ordinal);

        // The street has a view of its own, which is not this person's.
        Assert.Contains("mode: side-by-side", kept, StringComparison.Ordinal);
    }

    /// <summary>A stroke, and the printed Z takes it back.</summary>
    private void Paint(XvfbDisplay display, Process program, JsonElement layout)
    {
        display.Do("mousemove", $"{OnScreen(layout, "canvas", 128, 128).X}", $"{OnScreen(layout, "canvas", 128, 128).Y}", "key", "w");
        Look(display, "2-ghost");
        display.Do("key", "b", "key", "m");
        Drag(display, layout, (40, 5), (200, 5));
        _run.WaitFor(program, "stroke");
        Look(display, "3-mirror");
        display.Do("key", "m", "key", "ctrl+z");
        _run.WaitFor(program, "undo");
    }

    /// <summary>Enter after Enter replaces nothing.</summary>
    private void Save(XvfbDisplay display, Process program)
    {
        // The last button of the tool panel can be pressed in every window, without scrolling.
        Press(display, "save label map");
        _run.WaitFor(program, "asks");
        display.Do("key", "Return");
        var saved = _run.WaitFor(program, "save").GetProperty("path").GetString()!;
        Assert.Equal(_run.At("label-map-2.png"), saved);
        Assert.Equal("precious", File.ReadAllText(_run.At("label-map.png")));
        var written = File.GetLastWriteTimeUtc(saved);
        Look(display, "4-saved");
        display.Do("key", "ctrl+s");
        _run.WaitFor(program, "asks");
        display.Do("key", "Return");
        Look(display, "5-replace");
        display.Do("key", "Return", "key", "Escape");
        display.Do("key", "Return");
        _run.WaitFor(program, "released", one => one.GetProperty("what").GetString() == "Escape");
        _run.WaitFor(program, "released", one => one.GetProperty("what").GetString() == "Enter");
        Assert.Equal(written, File.GetLastWriteTimeUtc(saved));
    }

    /// <summary>Each page has a key, and the panel a handle.</summary>
    private void Pages(XvfbDisplay display, Process program)
    {
        foreach (var (page, name) in new[] { (1, "view"), (2, "models"), (3, "maps"), (4, "source"), (5, "train"), (6, "scene") })
        {
            var pictures = Pictures();
            display.Do("key", $"ctrl+{page}");
            _run.WaitFor(program, "swap", one => one.GetProperty("frame").GetInt64() > pictures);
            Look(display, $"6-{name}");
        }

        var edge = Place("panel edge");
        display.Do("mousemove", $"{edge.X}", $"{edge.Y}", "click", "1");
        _run.WaitFor(program, "control", one => Is(one, "panel edge") && one.GetProperty("x").GetInt32() > edge.X);
        Look(display, "7-folded");
        edge = Place("panel edge");
        display.Do("mousemove", $"{edge.X}", $"{edge.Y}", "click", "1");
        _run.WaitFor(program, "control", one => Is(one, "panel edge") && one.GetProperty("x").GetInt32() < edge.X);
    }

    /// <summary>What is typed into a text box is the text box's: Ctrl+Z and Ctrl+C neither undo the painting nor copy the picture.</summary>
    private void Type(XvfbDisplay display, Process program)
    {
        display.Do("key", "ctrl+5");
        var box = Place("dataset");
        var undone = _run.Count("undo", _ => true);
        display.Do("mousemove", $"{box.X}", $"{box.Y}", "click", "1");
        display.Do("key", "ctrl+a", "key", "ctrl+c", "key", "x");
        _run.WaitFor(program, "control", one => Is(one, "dataset") && one.GetProperty("text").GetString() == "x");
        display.Do("key", "ctrl+z");
        _run.WaitFor(program, "control", one => Is(one, "dataset") && one.GetProperty("text").GetString() == "synth");
        display.Do("key", "Delete", "key", "Escape");
        _run.WaitFor(program, "released", one => one.GetProperty("what").GetString() == "Escape");
        Assert.Equal(undone, _run.Count("undo", _ => true));
    }

    private void Keys(XvfbDisplay display, Process program)
    {
        display.Do("mousemove", "400", "200", "key", "F1");
        _run.WaitFor(program, "dialog", one => Is(one, "Keys"));
        Look(display, "8-keys");
        display.Do("key", "space");
        _run.WaitFor(program, "dialog", one => Is(one, "None"));
        display.Do("key", "question");
        _run.WaitFor(program, "dialog", one => Is(one, "Keys"));
        Close(display, program);
        display.Do("key", "ctrl+comma");
        _run.WaitFor(program, "dialog", one => Is(one, "Settings"));
        Look(display, "9-settings");
        Close(display, program);
    }

    private void Street(XvfbDisplay display, Process program)
    {
        display.Do("key", "F2");
        _run.WaitFor(program, "dialog", one => Is(one, "Scenes"));
        Look(display, "10-scenes");
        Press(display, "open scene");
        _run.WaitFor(program, "scene", one => one.GetProperty("path").GetString()!.EndsWith("street.scene.yaml", StringComparison.Ordinal));
        _run.WaitFor(program, "swap");
        Look(display, "11-street");
        Press(display, "leave");
        _run.WaitFor(program, "scene", one => one.GetProperty("path").GetString()!.EndsWith("facade-paint.scene.yaml", StringComparison.Ordinal));
        Look(display, "12-back");
    }

    private void Close(XvfbDisplay display, Process program)
    {
        display.Do("key", "Escape");
        _run.WaitFor(program, "dialog", one => Is(one, "None"));
    }

    private void Press(XvfbDisplay display, string control)
    {
        var (x, y) = Place(control);
        display.Do("mousemove", $"{x}", $"{y}", "click", "1");
    }

    /// <summary>Where a control is; waits until it is there.</summary>
    private (int X, int Y) Place(string control)
    {
        JsonElement? found = null;
        for (var start = Stopwatch.GetTimestamp(); (found = _run.Newest("control", one => Is(one, control))) is null;)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"no control '{control}'");
            Thread.Sleep(20);
        }

        var place = found.Value;
        return (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32());
    }

    private long Pictures() => _run.Newest("swap", _ => true)?.GetProperty("frame").GetInt64() ?? 0;

    private void Look(XvfbDisplay display, string step)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "found", "first-visit");
        Directory.CreateDirectory(folder);
        ImageFile.Save(Path.Combine(folder, $"{_name}-{step}.png"), XScreen.Grab(display));
    }

    private static bool Is(JsonElement one, string name) => one.GetProperty("name").GetString() == name;
}
