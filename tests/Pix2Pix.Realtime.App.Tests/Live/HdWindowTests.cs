using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>The real window with generators of larger pictures.</summary>
public sealed class HdWindowTests : IDisposable
{
    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(512, 512)]
    [InlineData(1024, 1024)]
    [InlineData(1024, 512)]
    public void A_larger_canvas_is_painted_on_undone_kept_and_takes_a_smaller_map(int width, int height)
    {
        TwoLayerModel.Write(_run.Model, width, height);
        var palette = PaletteFile.Load("cmp-facade");
        var unit = Math.Min(width, height) / 256;
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360");
        display.Do("key", "4");
        var (row, left, right) = (5 * height / 256, 40 * width / 256, 200 * width / 256);
        Drag(display, layout, (left, row), (right, row));
        var stroke = _run.WaitFor(program, "stroke");
        Assert.Equal(("brush", "door", 12 * unit), (stroke.GetProperty("tool").GetString(), stroke.GetProperty("class").GetString(), stroke.GetProperty("size").GetInt32()));
        _run.WaitUntilShown(program, stroke.GetProperty("version").GetInt64());
        var (door, after) = (palette.Find("door")!.Color, XScreen.Grab(display));
        var (x, y) = OnScreen(layout, "canvas", width / 2, row);
        Assert.Equal(door, ColorAt(after, x, y));

        display.Do("key", "ctrl+z");
        _run.WaitUntilShown(program, _run.WaitFor(program, "undo").GetProperty("version").GetInt64());
        Assert.Equal(palette.Background.Color, ColorAt(XScreen.Grab(display), x, y));

        // A map of a canvas of 256 is enlarged with hard edges.
        var small = new LabelMap(256, 256 * height / width, palette.Background.Id);
        new Random(1).NextBytes(small.Ids);
        for (var i = 0; i < small.Ids.Length; i++)
        {
            small.Ids[i] = palette.Classes[small.Ids[i] % palette.Classes.Count].Id;
        }

        LabelMapFile.Save(_run.At("small.png"), small, palette);
        display.Do("key", "ctrl+o");
        _run.WaitFor(program, "asks");
        display.Do("key", "ctrl+a");
        display.Do("type", _run.At("small.png"));
        display.Do("key", "Return");
        _run.WaitFor(program, "open");
        SaveAs(display, _run, program, "large.png");
        _run.WaitFor(program, "save");
        var saved = ImageFile.Load(_run.At("large.png"));
        Assert.Equal(new LabelDecoder(palette).Encode(LabelMapFile.Resize(small, width, height)).Rgba, saved.Rgba);
        Assert.True(SpinWait.SpinUntil(() => IsKept(saved), TimeSpan.FromMinutes(1)), "the opened map was not kept");
    }

    /// <summary>Whether the canvas's kept copy is that map; it may have been kept before the dialog ended, or be about to.</summary>
    private bool IsKept(PixelImage map)
    {
        Thread.Sleep(100);
        var path = _run.At("data/pix2pix/canvas-cmp-facade.png");
        return File.Exists(path) && ImageFile.Load(path).Rgba.AsSpan().SequenceEqual(map.Rgba);
    }
}
