using System.Text.Json;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>What the keys of views and stage make of a real window's screen.</summary>
public sealed class ViewWindowTests : IDisposable
{
    private const int Width = 1280;
    private const int Height = 720;

    /// <summary>The picture of 256 alone on the screen: as high as it, in the middle.</summary>
    private const double StageScale = Height / 256.0;

    /// <summary>The share of pixels that differ at most between two looks at one view: it is sharpened once it stands still.</summary>
    private const double Same = 0.05;

    /// <summary>The share that differs at least between two views.</summary>
    private const double Other = 0.1;

    private static readonly Rgb Black = new(0, 0, 0);

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Views_change_the_picture_and_come_round_and_the_wheel_zooms_in_and_out_again()
    {
        using var display = XvfbDisplay.Start(Width, Height);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");

        // From here on a view is one that a key chose; the first picture may have come before.
        _run.WaitFor(program, "scene");
        var pictures = Area(layout, "canvas").Union(Area(layout, "translation"));
        display.Do("mousemove", "400", "300");
        var first = WaitForScreen(display, "label map and translation", screen => !IsFlat(screen, Area(layout, "translation")));
        var last = first;
        foreach (var mode in (string[])["Split", "Overlay", "TranslationOnly"])
        {
            display.Do("key", "v");
            Assert.Equal(mode, _run.WaitFor(program, "view").GetProperty("mode").GetString());
            last = WaitForScreen(display, $"{mode}, which differs from the view before", screen => Difference(last, screen, pictures) > Other);
        }

        display.Do("key", "v");
        Assert.Equal("SideBySide", _run.WaitFor(program, "view").GetProperty("mode").GetString());
        WaitForScreen(display, "the first view again", screen => Difference(first, screen, pictures) < Same);

        display.Do("click", "4", "click", "4");
        WaitForScreen(display, "the pictures larger", screen => Difference(first, screen, pictures) > Other);
        display.Do("click", "5", "click", "5");
        WaitForScreen(display, "the pictures whole again", screen => Difference(first, screen, pictures) < Same);
    }

    [Fact]
    public void The_stage_shows_the_translation_alone_blackens_it_and_holds_it_while_painting_goes_on()
    {
        using var display = XvfbDisplay.Start(Width, Height);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        var (screen, left) = (new PixelRect(0, 0, Width, Height), new PixelRect(0, 0, 200, Height));
        display.Do("mousemove", "640", "700");
        display.Do("key", "F11");
        var stage = WaitForStillScreen(display, "the translation without panels", now => IsFlat(now, left) && !IsFlat(now, screen));

        display.Do("key", "b");
        WaitForScreen(display, "black everywhere", now => IsFlat(now, screen) && ColorAt(now, 0, 0) == Black);
        display.Do("key", "b");
        WaitForScreen(display, "the translation again", now => Difference(stage, now, screen) < Same);

        // Held, it stays what it is, however often it is drawn.
        display.Do("key", "f");
        var (x, y) = OnStage(120, 5);
        Drag(display, OnStage(40, 5), OnStage(200, 5));
        _run.WaitFor(program, "stroke");
        display.Do("mousemove", "640", "700");
        display.Do("key", "b");
        WaitForScreen(display, "black everywhere", now => IsFlat(now, screen) && ColorAt(now, 0, 0) == Black);
        display.Do("key", "b");
        var held = WaitForScreen(display, "a picture again", now => !IsFlat(now, screen));
        Assert.Equal(ColorAt(stage, x, y), ColorAt(held, x, y));

        display.Do("key", "f");
        WaitForScreen(display, "the stroke's translation", now => ColorAt(now, x, y) != ColorAt(stage, x, y));
        display.Do("key", "Escape");
        WaitForScreen(display, "the panels again", now => !IsFlat(now, left));
    }

    private static (int X, int Y) OnStage(int x, int y) =>
        ((int)(((Width - Height) / 2) + ((x + 0.5) * StageScale)), (int)((y + 0.5) * StageScale));

    private static PixelRect Area(JsonElement layout, string view)
    {
        var numbers = layout.GetProperty(view);
        return new PixelRect(numbers[0].GetInt32(), numbers[1].GetInt32(), numbers[2].GetInt32(), numbers[3].GetInt32());
    }

    private static bool IsFlat(PixelImage screen, PixelRect area)
    {
        for (var y = area.Y; y < area.Bottom; y++)
        {
            for (var x = area.X; x < area.Right; x++)
            {
                if (ColorAt(screen, x, y) != ColorAt(screen, area.X, area.Y))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
