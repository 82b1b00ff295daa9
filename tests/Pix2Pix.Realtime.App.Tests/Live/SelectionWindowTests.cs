using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>A house built of stamps, selections and repeats in the real window.</summary>
public sealed class SelectionWindowTests : IDisposable
{
    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_house_is_built_by_stamps_and_selections_and_its_recording_builds_it_again()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", "Delete", "key", "2", "key", "r");
        Do(program, "rectangle", () => Drag(display, layout, (20, 60), (235, 250)));
        display.Do("key", "w");
        Do(program, "window stamp", () => Click(display, layout, (50, 100)));

        // The window goes into a selection with the wall around it, and its copies make a row.
        display.Do("key", "t");
        Do(program, "select", () => Drag(display, layout, (30, 72), (69, 127)));
        display.Do("keydown", "ctrl");
        Do(program, "copy selection", () => Drag(display, layout, (50, 100), (110, 100)));
        Do(program, "copy selection", () => Drag(display, layout, (110, 100), (170, 100)));
        display.Do("keyup", "ctrl");
        for (var i = 0; i < 3; i++)
        {
            Do(program, "move selection", () => display.Do("key", "shift+Right"));
        }

        Do(program, "mirror selection", () => display.Do("key", "shift+m"));
        var row = Saved(display, program);
        var (window, wall) = (Facade.Find("window")!.Color, Facade.Find("facade")!.Color);
        Assert.Equal([window, window, wall, window], [ColorAt(row, 50, 100), ColorAt(row, 110, 100), ColorAt(row, 160, 100), ColorAt(row, 194, 100)]);

        // Cut and pasted under the pointer it is elsewhere; one undo for each of the two brings it back.
        display.Do("key", "ctrl+x");
        _run.WaitFor(program, "copied");
        Stroke(program, "delete selection");
        Do(program, "paste", () => display.Do([.. At(layout, (100, 200)), "key", "ctrl+v"]));
        var pasted = Saved(display, program);
        Assert.Equal([wall, window], [ColorAt(pasted, 194, 100), ColorAt(pasted, 100, 200)]);

        // A stamp of one's own is in the hand at once, and there for the next start.
        display.Do("key", "k");
        _run.WaitFor(program, "stamp");
        Do(program, "own stamp", () => Click(display, layout, (180, 30)));
        var house = Saved(display, program);
        Assert.Equal([window, window], [ColorAt(house, 100, 200), ColorAt(house, 180, 30)]);
        AssertStampIsKept();
        AssertRecordingBuilds(display, program, house);
    }

    [Fact]
    public void Undo_takes_each_step_back_and_escape_lets_go_of_what_is_selected()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", "Delete", "key", "4", "key", "r");
        Do(program, "rectangle", () => Drag(display, layout, (100, 100), (120, 120)));
        display.Do("key", "y");
        Do(program, "select element", () => Click(display, layout, (110, 110)));
        Do(program, "move selection", () => display.Do("key", "Up"));

        // Off the canvas and back again: nothing of it is lost.
        Do(program, "move selection", () => Drag(display, layout, (110, 110), (110, -40)));
        Undo(display, program);
        Undo(display, program);
        Do(program, "move selection", () => display.Do("key", "Left"));
        display.Do("key", "Escape", "key", "Right");
        var map = Saved(display, program);
        var door = Facade.Find("door")!.Color;
        Assert.Equal(door, ColorAt(map, 99, 120));
        Assert.NotEqual(door, ColorAt(map, 120, 120));

        // With nothing selected Delete clears the canvas.
        display.Do("key", "Delete");
        Assert.NotEqual(door, ColorAt(Saved(display, program), 110, 110));
    }

    [Fact]
    public void A_row_of_windows_is_repeated_selected_and_moved_as_one()
    {
        var scene = File.ReadAllText(ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml"));
        Assert.Contains("start: facade.strokes.yaml", scene, StringComparison.Ordinal);
        File.WriteAllText(_run.At("row.scene.yaml"), scene.Replace("start: facade.strokes.yaml", "columns: 3, across: 60", StringComparison.Ordinal));
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--scene", _run.At("row.scene.yaml"), "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", "w");
        Do(program, "window stamp", () => Click(display, layout, (60, 100)));
        var (window, ground) = (Facade.Find("window")!.Color, Facade.Background.Color);
        var row = Saved(display, program);
        Assert.Equal([window, window, window], [ColorAt(row, 60, 100), ColorAt(row, 120, 100), ColorAt(row, 180, 100)]);

        // A selection is moved once, however often strokes are repeated.
        display.Do("key", "t");
        Do(program, "select", () => Drag(display, layout, (30, 60), (215, 140)));
        Do(program, "move selection", () => Drag(display, layout, (60, 100), (60, 180)));
        var moved = Saved(display, program);
        Assert.Equal([window, window, window], [ColorAt(moved, 60, 180), ColorAt(moved, 120, 180), ColorAt(moved, 180, 180)]);
        Assert.Equal([ground, ground, ground], [ColorAt(moved, 60, 90), ColorAt(moved, 120, 90), ColorAt(moved, 180, 90)]);
        Undo(display, program);
        Undo(display, program);
        Undo(display, program);
        Assert.Equal([ground, ground], [ColorAt(Saved(display, program), 60, 100), ColorAt(Saved(display, program), 180, 100)]);
    }

    private static string[] At(JsonElement layout, (int X, int Y) pixel)
    {
        var (x, y) = OnScreen(layout, "canvas", pixel.X, pixel.Y);
        return ["mousemove", $"{x}", $"{y}"];
    }

    private void Do(Process program, string tool, Action act)
    {
        act();
        Stroke(program, tool);
    }

    private void Stroke(Process program, string tool) => Assert.Equal(tool, _run.WaitFor(program, "stroke").GetProperty("tool").GetString());

    private void Undo(XvfbDisplay display, Process program)
    {
        display.Do("key", "ctrl+z");
        _run.WaitFor(program, "undo");
    }

    private PixelImage Saved(XvfbDisplay display, Process program)
    {
        SaveAs(display, _run, program, $"map-{Guid.NewGuid():N}.png");
        return ImageFile.Load(_run.WaitFor(program, "save").GetProperty("path").GetString()!);
    }

    private void AssertStampIsKept()
    {
        var file = Assert.Single(Directory.GetFiles(_run.At("data/pix2pix/stamps/cmp-facade")));
        var stroke = Assert.Single(StrokeFile.Load(file, Facade.Classes)).Stroke;
        Assert.Equal((StampTool.OwnName, new PixelSize(40, 56)), (stroke.Tool, stroke.Piece!.Size));
    }

    private void AssertRecordingBuilds(XvfbDisplay display, Process program, PixelImage house)
    {
        SaveAs(display, _run, program, "house.yaml");
        _run.WaitFor(program, "strokes");
        var session = new PaintSession(new LabelCanvas(256, 256, Facade.Background.Id), new ToolBox(Facade.Classes).All[0]);
        new StrokeReplay(session, new ToolBox(Facade.Classes), StrokeFile.Load(_run.At("house.yaml"), Facade.Classes)).Advance(double.MaxValue);
        for (var y = 0; y < 256; y++)
        {
            for (var x = 0; x < 256; x++)
            {
                Assert.Equal(ColorAt(house, x, y), Facade.Find(session.Canvas.Map[x, y])!.Color);
            }
        }
    }
}
