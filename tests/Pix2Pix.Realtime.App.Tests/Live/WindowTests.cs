using System.Text.Json;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>The real window, painted in with a real pointer.</summary>
public sealed class WindowTests : IDisposable
{
    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Paint_appears_where_the_pointer_was_the_translation_changes_there_and_keys_undo_redo_and_save_it()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        var before = XScreen.Grab(display);

        // A line of door along row 5, which is background in the house that the canvas starts with.
        display.Do("mousemove", "640", "360");
        display.Do("key", "4");
        Drag(display, layout, (40, 5), (200, 5));
        var stroke = _run.WaitFor(program, "stroke");
        Assert.Equal(("brush", "door"), (stroke.GetProperty("tool").GetString(), stroke.GetProperty("class").GetString()));
        _run.WaitUntilShown(program, stroke.GetProperty("version").GetInt64());
        var after = XScreen.Grab(display);
        var door = PaletteFile.Load("cmp-facade").Find("door")!.Color;
        var (x, y) = OnScreen(layout, "canvas", 120, 5);
        Assert.Equal(door, ColorAt(after, x, y));
        Assert.NotEqual(door, ColorAt(before, x, y));
        var (translatedX, translatedY) = OnScreen(layout, "translation", 120, 5);
        Assert.NotEqual(ColorAt(before, translatedX, translatedY), ColorAt(after, translatedX, translatedY));
        var (farX, farY) = OnScreen(layout, "translation", 120, 150);
        Assert.Equal(ColorAt(before, farX, farY), ColorAt(after, farX, farY));

        display.Do("key", "ctrl+z");
        _run.WaitUntilShown(program, _run.WaitFor(program, "undo").GetProperty("version").GetInt64());
        Assert.Equal(ColorAt(before, x, y), ColorAt(XScreen.Grab(display), x, y));
        display.Do("key", "ctrl+y");
        _run.WaitUntilShown(program, _run.WaitFor(program, "redo").GetProperty("version").GetInt64());
        Assert.Equal(door, ColorAt(XScreen.Grab(display), x, y));

        display.Do("key", "ctrl+s");
        display.Do("key", "Return");
        var saved = _run.WaitFor(program, "save").GetProperty("path").GetString()!;
        Assert.Equal(door, ColorAt(ImageFile.Load(saved), 120, 5));
    }

    [Fact]
    public void A_window_left_alone_draws_nothing_and_a_painting_comes_back_after_a_crash()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        var layout = default(JsonElement);
        using (var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log))
        {
            layout = _run.WaitFor(program, "layout");
            _run.WaitFor(program, "frame");
            Drag(display, layout, (60, 5), (180, 5));
            var stroke = _run.WaitFor(program, "stroke").GetProperty("version").GetInt64();

            // A slow stroke is kept in parts.
            _run.WaitFor(program, "kept", facts => facts.GetProperty("version").GetInt64() >= stroke);
            program.Kill(entireProcessTree: true);
            program.WaitForExit();
        }

        File.Delete(_run.Log);
        using var run = new LiveRun();
        using var again = _run.Start(display.Name, "live", "--model", _run.Model, "--log", run.Log);
        run.WaitFor(again, "frame");
        var window = PaletteFile.Load("cmp-facade").Find("window")!.Color;
        var (x, y) = OnScreen(layout, "canvas", 120, 5);
        Assert.Equal(window, ColorAt(XScreen.Grab(display), x, y));
    }

    [Fact]
    public void A_display_that_goes_away_takes_no_paint_with_it()
    {
        var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        try
        {
            var layout = _run.WaitFor(program, "layout");
            _run.WaitFor(program, "frame");
            Drag(display, layout, (60, 5), (180, 5));
            _run.WaitFor(program, "stroke");
        }
        finally
        {
            display.Dispose();
        }

        Assert.Contains("The display was closed; the painting is restored at the next start", program.StandardError.ReadToEnd(), StringComparison.Ordinal);
        program.WaitForExit();
        Assert.Equal(1, program.ExitCode);
        var kept = ImageFile.Load(_run.At("data/pix2pix/canvas-cmp-facade.png"));
        Assert.Equal(PaletteFile.Load("cmp-facade").Find("window")!.Color, ColorAt(kept, 120, 5));
    }

    [Fact]
    public void A_recording_is_saved_and_painted_again_faster_to_the_same_picture()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--speed", "50");
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360");
        display.Do("key", "4");
        Drag(display, layout, (40, 5), (200, 5));
        var version = _run.WaitFor(program, "stroke").GetProperty("version").GetInt64();
        _run.WaitUntilShown(program, version);
        var (x, y) = OnScreen(layout, "canvas", 120, 5);
        var door = ColorAt(XScreen.Grab(display), x, y);
        SaveAs(display, _run, program, "strokes.yaml");

        // The house that the canvas begins with is part of it.
        Assert.Equal(1, _run.WaitFor(program, "strokes").GetProperty("strokes").GetInt32());
        var palette = PaletteFile.Load("cmp-facade");
        var strokes = Realtime.Painting.Recording.StrokeFile.Load(_run.At("strokes.yaml"), palette.Classes);
        Assert.True(strokes.Count > 5, $"{strokes.Count} strokes");
        Assert.Equal(palette.Find("door")!.Id, strokes[^1].Stroke.ClassId);
        display.Do("mousemove", "640", "360");
        display.Do("key", "Delete");
        display.Do("key", "ctrl+o");
        _run.WaitFor(program, "asks");
        display.Do("key", "ctrl+a");
        display.Do("type", _run.At("strokes.yaml"));
        display.Do("key", "Return");
        _run.WaitFor(program, "replay");
        var last = _run.WaitFor(program, "stroke", one => one.GetProperty("class").GetString() == "door" && one.GetProperty("tool").GetString() == "brush");
        _run.WaitUntilShown(program, last.GetProperty("version").GetInt64());
        Assert.Equal(door, ColorAt(XScreen.Grab(display), x, y));
    }

    [Fact]
    public void The_scene_for_drawings_begins_on_white_paper_with_a_thin_black_pen()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(
            display.Name, "live", "--scene", Realtime.Files.ProjectFolder.Under("sample-scenes", "edges-paint.scene.yaml"), "--model", _run.Model, "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        Drag(display, layout, (40, 100), (200, 100));
        var stroke = _run.WaitFor(program, "stroke");
        Assert.Equal("ink", stroke.GetProperty("class").GetString());
        display.Do("key", "ctrl+s");
        display.Do("key", "Return");
        var saved = ImageFile.Load(_run.WaitFor(program, "save").GetProperty("path").GetString()!);
        var (white, black) = (new Rgb(255, 255, 255), new Rgb(0, 0, 0));
        Assert.Equal((white, black, white), (ColorAt(saved, 120, 99), ColorAt(saved, 120, 100), ColorAt(saved, 120, 101)));
    }

    [Fact]
    public void A_whole_session_goes_through_every_tool_and_file()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360");
        foreach (var (key, tool) in new[] { ("b", "brush"), ("e", "eraser"), ("l", "line"), ("r", "rectangle"), ("o", "ellipse"), ("w", "window stamp"), ("d", "door stamp"), ("a", "balcony stamp"), ("s", "shop stamp") })
        {
            display.Do("key", key);
            Drag(display, layout, (60, 100), (190, 100));
            Assert.Equal(tool, _run.WaitFor(program, "stroke").GetProperty("tool").GetString());
        }

        display.Do("key", "f");
        Click(display, layout, (128, 4));
        Assert.Equal("fill", _run.WaitFor(program, "stroke").GetProperty("tool").GetString());

        // A polygon ends with Enter; the class that the eyedropper picks, the shop's, is what the brush then paints with.
        display.Do("key", "p");
        foreach (var corner in new[] { (30, 20), (60, 20), (60, 60) })
        {
            Click(display, layout, corner);
        }

        display.Do("key", "Return");
        Assert.Equal("polygon", _run.WaitFor(program, "stroke").GetProperty("tool").GetString());
        display.Do("key", "i");
        Click(display, layout, (40, 240));
        _run.WaitFor(program, "released", one => one.GetProperty("what").GetString() == "Left");
        display.Do("key", "b", "key", "m", "key", "g");
        Drag(display, layout, (20, 20), (40, 20));
        Assert.Equal("shop", _run.WaitFor(program, "stroke").GetProperty("class").GetString());
        for (var i = 0; i < 3; i++)
        {
            display.Do("key", "ctrl+z");
            _run.WaitFor(program, "undo");
        }

        display.Do("key", "ctrl+y");
        _run.WaitFor(program, "redo");

        // A sample from the contact sheet takes the canvas's place, and can be undone.
        display.Do("key", "ctrl+3");
        var sheet = _run.WaitFor(program, "control", one => one.GetProperty("name").GetString() == "samples");
        display.Do("mousemove", $"{sheet.GetProperty("x").GetInt32() - 60}", $"{sheet.GetProperty("y").GetInt32() - 40}", "click", "1");
        _run.WaitFor(program, "sample");
        display.Do("mousemove", "640", "360", "key", "ctrl+z");
        var restored = _run.WaitFor(program, "undo");

        // What is kept is what the translation shows.
        _run.WaitUntilShown(program, restored.GetProperty("version").GetInt64());
        var shown = XScreen.Grab(display);
        display.Do("key", "ctrl+e");
        display.Do("key", "Return");
        var kept = ImageFile.Load(_run.WaitFor(program, "keep").GetProperty("path").GetString()!);
        Assert.Equal((256, 256), (kept.Width, kept.Height));
        foreach (var (x, y) in new[] { (8, 128), (128, 112), (62, 150), (40, 230) })
        {
            var (screenX, screenY) = OnScreen(layout, "translation", x, y);
            AssertNear(ColorAt(shown, screenX, screenY), ColorAt(kept, x, y));
        }

        Assert.DoesNotContain("\"event\":\"fault\"", File.ReadAllText(_run.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_chose_is_there_at_the_next_start()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using (var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log))
        {
            _run.WaitFor(program, "frame");
            display.Do("mousemove", "640", "360");
            for (var i = 0; i < 3; i++)
            {
                display.Do("key", "bracketright");
            }

            display.Do("key", "v");
            _run.WaitFor(program, "view", one => one.GetProperty("mode").GetString() == "Split");
            program.End();
        }

        var preferences = File.ReadAllText(_run.At("config/pix2pix/preferences.yaml"));
        Assert.Contains("mode: split", preferences, StringComparison.Ordinal);
        Assert.DoesNotContain("size: 12", preferences, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scene_with_a_view_of_its_own_shows_it_and_leaves_the_persons_alone()
    {
        File.WriteAllText(_run.Preferences, "format: 1\nview:\n  mode: overlay\nbrush:\n  size: 30\n");
        using var display = XvfbDisplay.Start(1280, 720);
        using (var program = _run.Start(
            display.Name, "live", "--scene", Realtime.Files.ProjectFolder.Under("sample-scenes", "split-compare.scene.yaml"), "--model", _run.Model, "--log", _run.Log))
        {
            _run.WaitFor(program, "scene");
            _run.WaitFor(program, "frame");
            program.End();
        }

        // Its view stayed what its file says: it was never switched.
        Assert.Equal(0, _run.Count("view", _ => true));
        var kept = File.ReadAllText(_run.Preferences);
        Assert.Contains("mode: overlay", kept, StringComparison.Ordinal);
        Assert.Contains("size: 30", kept, StringComparison.Ordinal);
    }
}
