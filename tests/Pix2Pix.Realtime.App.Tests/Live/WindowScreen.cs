using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>A hand at a real window and an eye on its screen. The window fills the screen from its corner.</summary>
internal static class WindowScreen
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Click(XvfbDisplay display, JsonElement layout, (int X, int Y) at)
    {
        var (x, y) = OnScreen(layout, "canvas", at.X, at.Y);
        display.Do("mousemove", $"{x}", $"{y}", "click", "1");
    }

    public static void Drag(XvfbDisplay display, JsonElement layout, (int X, int Y) from, (int X, int Y) to) =>
        Drag(display, OnScreen(layout, "canvas", from.X, from.Y), OnScreen(layout, "canvas", to.X, to.Y));

    /// <summary>From one pixel of the screen to another.</summary>
    public static void Drag(XvfbDisplay display, (int X, int Y) from, (int X, int Y) to)
    {
        display.Do("mousemove", $"{from.X}", $"{from.Y}", "mousedown", "1");
        display.Do("mousemove", $"{(from.X + to.X) / 2}", $"{from.Y}");
        display.Do("mousemove", $"{to.X}", $"{to.Y}", "mouseup", "1");
    }

    /// <summary>Saves the painting, or the recording of it, by the dialog; the name says which.</summary>
    /// <param name="display">The window's.</param>
    /// <param name="run">Whose folder gets the file.</param>
    /// <param name="program">The window's.</param>
    /// <param name="name">The file's.</param>
    public static void SaveAs(XvfbDisplay display, LiveRun run, Process program, string name)
    {
        display.Do("key", "ctrl+s");
        run.WaitFor(program, "asks");
        display.Do("key", "ctrl+a");
        display.Do("type", run.At(name));
        display.Do("key", "Return");
    }

    /// <summary>Where a pixel of the label map, or the same one of the translation, is on the screen.</summary>
    public static (int X, int Y) OnScreen(JsonElement layout, string view, int x, int y)
    {
        var picture = layout.GetProperty("picture");
        var scale = picture.GetProperty("scale").GetDouble();
        var (right, down) = (Shift(0), Shift(1));
        return (right + (int)(picture.GetProperty("x").GetDouble() + ((x + 0.5) * scale)), down + (int)(picture.GetProperty("y").GetDouble() + ((y + 0.5) * scale)));

        int Shift(int axis) => layout.GetProperty(view)[axis].GetInt32() - layout.GetProperty("canvas")[axis].GetInt32();
    }

    public static Rgb ColorAt(PixelImage image, int x, int y)
    {
        var pixel = image.Row(y).Slice(x * 4, 4);
        return new Rgb(pixel[0], pixel[1], pixel[2]);
    }

    /// <summary>Colours that differ by no more than what sampling between two texels makes of flat areas.</summary>
    public static void AssertNear(Rgb expected, Rgb found)
    {
        const int Slack = 3;
        Assert.InRange(found.R, expected.R - Slack, expected.R + Slack);
        Assert.InRange(found.G, expected.G - Slack, expected.G + Slack);
        Assert.InRange(found.B, expected.B - Slack, expected.B + Slack);
    }

    /// <summary>Waits until the screen looks as it should.</summary>
    /// <param name="what">What is expected, for the message of the exception.</param>
    public static PixelImage WaitForScreen(XvfbDisplay display, string what, Func<PixelImage, bool> fits)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            var screen = XScreen.Grab(display);
            if (fits(screen))
            {
                return screen;
            }

            Thread.Sleep(20);
        }

        throw new TimeoutException($"expected {what} on the screen within {Patience}, found something else");
    }

    /// <summary>Waits until the screen looks as it should twice in a row, two seconds apart: on a busy machine a first look can fall between two of a window's sizes.</summary>
    /// <param name="what">What is expected, for the message of the exception.</param>
    public static PixelImage WaitForStillScreen(XvfbDisplay display, string what, Func<PixelImage, bool> fits)
    {
        PixelImage? before = null;
        return WaitForScreen(display, what, now =>
        {
            var isStill = fits(now) && before is not null && before.Rgba.AsSpan().SequenceEqual(now.Rgba);
            before = now;
            Thread.Sleep(isStill ? TimeSpan.Zero : TimeSpan.FromSeconds(2));
            return isStill;
        });
    }

    /// <summary>The share of a rectangle's pixels that differ between two screens, 0..1.</summary>
    public static double Difference(PixelImage a, PixelImage b, PixelRect area)
    {
        var differing = 0;
        for (var y = area.Y; y < area.Bottom; y++)
        {
            for (var x = area.X; x < area.Right; x++)
            {
                differing += ColorAt(a, x, y) == ColorAt(b, x, y) ? 0 : 1;
            }
        }

        return (double)differing / (area.Width * area.Height);
    }
}
