using System.Diagnostics;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>What every window host does alike: GLFW's here, Windows' own by Wine.</summary>
[Collection(WineCollection.Name)]
public sealed class WindowContractTests(WineLease wine)
{
    private const string Project = "Pix2Pix.Realtime.WindowProbe";

    [Fact]
    public void Glfw() => Try(display =>
    {
        var start = new ProcessStartInfo("dotnet", [ProjectFolder.Under("artifacts", "bin", Project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), $"{Project}.dll")]);
        start.Environment["DISPLAY"] = display.Name;
        start.Environment.Remove("WAYLAND_DISPLAY");
        return start;
    });

    [Fact]
    public void Win32()
    {
        var machine = wine.Machine;
        Assert.Null(Publication.Run(ProjectFolder.Under("tests", Project), "win-x64", "--self-contained"));
        machine.EndSession();
        Try(display => machine.Start("wine", display.Name, [ProjectFolder.Under("artifacts", "publish", Project, "release_win-x64", $"{Project}.exe")]));
    }

    private static void Try(Func<XvfbDisplay, ProcessStartInfo> start)
    {
        using var display = XvfbDisplay.Start();
        using var window = new ProbedWindow(start(display));
        display.Do("search", "--sync", "--name", "probe", "windowmove", "0", "0", "windowfocus", "--sync");
        window.Until("in focus", state => state.GetProperty("IsFocused").GetBoolean());
        var (left, top) = Corner(display, window);

        // Pointer: place, buttons, capture outside of the window, wheel.
        display.Do("mousemove", $"{left + 110}", $"{top + 60}", "mousedown", "1");
        var down = window.Event("PointerDown");
        Assert.Equal((110, 60, "Left"), (down.GetProperty("X").GetDouble(), down.GetProperty("Y").GetDouble(), down.GetProperty("button").GetString()));
        display.Do("mousemove", $"{left + 600}", $"{top + 83}", "mouseup", "1");
        var up = window.Event("PointerUp");
        Assert.Equal((600, 83), (up.GetProperty("X").GetDouble(), up.GetProperty("Y").GetDouble()));
        display.Do("mousemove", $"{left + 141}", $"{top + 83}", "click", "3", "click", "4", "click", "5");
        window.Event("PointerDown", input => input.GetProperty("button").GetString() == "Right");
        var wheel = window.Event("Wheel");
        Assert.Equal((1, 141), (wheel.GetProperty("WheelY").GetDouble(), wheel.GetProperty("X").GetDouble()));
        Assert.Equal(-1, window.Event("Wheel").GetProperty("WheelY").GetDouble());
        var pointed = window.Do("state");
        Assert.Equal((141, 83), (pointed.GetProperty("pointerX").GetDouble(), pointed.GetProperty("pointerY").GetDouble()));

        // Keys and text.
        display.Do("key", "shift+a");
        Assert.Equal("Shift", window.Event("KeyDown", input => input.GetProperty("key").GetString() == "A").GetProperty("modifiers").GetString());
        Assert.Equal("A", window.Event("Text").GetProperty("text").GetString());
        display.Do("key", "ctrl+z");
        Assert.Equal("Control", window.Event("KeyDown", input => input.GetProperty("key").GetString() == "Z").GetProperty("modifiers").GetString());
        foreach (var (name, key) in (ReadOnlySpan<(string, string)>)[("Left", "Left"), ("Delete", "Delete"), ("F5", "F5"), ("bracketleft", "LeftBracket"), ("Return", "Enter"), ("Escape", "Escape")])
        {
            display.Do("key", name);
            window.Event("KeyUp", input => input.GetProperty("key").GetString() == key);
        }

        // Size, picture, full screen, minimising.
        window.Do("resize 517 333");
        window.Until("517 wide", state => (state.GetProperty("width").GetInt32(), state.GetProperty("height").GetInt32()) == (517, 333));
        window.Do("paint 200 100 50");
        window.Event("Refresh");
        window.Do("paint 200 100 50");
        WindowScreen.WaitForScreen(display, "the colour", screen => WindowScreen.ColorAt(screen, left + 300, top + 200) == new Rgb(200, 100, 50));
        var monitor = Assert.Single(window.Do("fullscreen 0").GetProperty("monitors").EnumerateArray());
        Assert.Equal((1280, 800), (monitor.GetProperty("Width").GetInt32(), monitor.GetProperty("Height").GetInt32()));
        window.Until("full screen", state => state.GetProperty("IsFullScreen").GetBoolean() && (state.GetProperty("width").GetInt32(), state.GetProperty("height").GetInt32()) == (1280, 800));
        window.Do("windowed");
        window.Until("517 wide again", state => (state.GetProperty("width").GetInt32(), state.GetProperty("height").GetInt32()) == (517, 333));
        window.Do("minimise");
        window.Do("restore");
        window.Until("there again", state => !state.GetProperty("IsMinimised").GetBoolean());

        // Clipboard, cursors, title, the question whether to close.
        window.Do("copy façade✓家");
        Assert.Equal("façade✓家", window.Do("state").GetProperty("Text").GetString());
        foreach (var shape in (string[])["Crosshair", "Hidden", "ResizeVertical", "Arrow"])
        {
            window.Do($"cursor {shape}");
        }

        window.Do("title Häuser");
        display.Do("search", "--sync", "--name", "Häuser");
    }

    /// <summary>Where the window's inner part begins on the screen: a host may draw a frame of its own.</summary>
    private static (int X, int Y) Corner(XvfbDisplay display, ProbedWindow window)
    {
        display.Do("mousemove", "150", "150");
        window.Event("PointerMove");
        var state = window.Do("state");
        return (150 - (int)state.GetProperty("pointerX").GetDouble(), 150 - (int)state.GetProperty("pointerY").GetDouble());
    }
}
