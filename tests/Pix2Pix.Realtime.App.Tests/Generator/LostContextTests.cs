using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>The real program in a real window, whose graphics driver says in mid-painting that it reset the GPU.</summary>
public sealed class LostContextTests : IDisposable
{
    /// <summary>Pixels of the square that is looked at.</summary>
    private const int Side = 12;

    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_reset_card_costs_the_window_but_neither_the_painting_nor_the_program()
    {
        var (library, signal) = (_run.At("lose-context.so"), _run.At("lose-it-now"));
        Compile(library);
        (_run.Variables["LD_PRELOAD"], _run.Variables["LOSE_CONTEXT"]) = (library, signal);
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--provider", "gl", "--log", _run.Log);
        Assert.StartsWith("OpenGL", _run.WaitFor(program, "generator").GetProperty("runs").GetString(), StringComparison.Ordinal);
        var canvas = _run.WaitFor(program, "layout").GetProperty("canvas").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        var (x, y) = (canvas[0] + (canvas[2] / 2), canvas[1] + (canvas[3] / 2));
        _run.WaitFor(program, "swap");
        var before = Look(display, x, y);
        display.Do("mousemove", $"{x}", $"{y}", "key", "4", "mousedown", "1", "mousemove", $"{x + 40}", $"{y + 30}", "mouseup", "1");
        _run.WaitUntilShown(program, _run.WaitFor(program, "stroke").GetProperty("version").GetInt64());

        display.Do("mousemove", "1279", "719");
        var painted = Look(display, x, y);
        Assert.NotEqual(before, painted);
        File.WriteAllText(signal, "");
        display.Do("mousemove", "1278", "718");
        Assert.Contains("reset the GPU", _run.WaitFor(program, "lost").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("CPU", _run.WaitFor(program, "generator").GetProperty("runs").GetString(), StringComparison.Ordinal);
        var notice = _run.WaitForAll(program, ("notice", line => line.GetProperty("kind").GetString() == "Warning"), ("translation", null))[0];
        Assert.Contains("reset the GPU", notice.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        _run.WaitFor(program, "swap");
        Assert.Equal(painted, Look(display, x, y));
    }

    /// <summary>What the screen shows in the middle of the stroke.</summary>
    private static byte[] Look(XvfbDisplay display, int x, int y)
    {
        var screen = XScreen.Grab(display);
        return [.. Enumerable.Range(y + 9, Side).SelectMany(row => screen.Row(row).Slice((x + 14) * 4, Side * 4).ToArray())];
    }

    private static void Compile(string library)
    {
        Tool.Require("gcc");
        Tool.Run("gcc", "-shared", "-fPIC", "-O1", "-o", library, Path.Combine(AppContext.BaseDirectory, "lose-context.c"));
    }
}
