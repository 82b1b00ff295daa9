using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>
/// An X display in memory, so that a test can open a real window and drive it with real pointer and key events. It picks a free number
/// itself, and ends with the test. Where Xvfb or xdotool is missing, <see cref="Start"/> skips the test and says so.
/// </summary>
public sealed partial class XvfbDisplay : IDisposable
{
    private readonly Process _server;

    private XvfbDisplay(Process server, string name) => (_server, Name) = (server, name);

    /// <summary>What the environment variable DISPLAY must be, e.g. <c>:99</c>.</summary>
    public string Name { get; }

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="dotsPerInch">96 = content scale 1, 192 = content scale 2.</param>
    public static XvfbDisplay Start(int width = 1280, int height = 800, int dotsPerInch = 96)
    {
        foreach (var tool in (string[])["Xvfb", "xdotool"])
        {
            Tool.Require(tool);
        }

        // With -displayfd the server picks a free number and writes it, with a line break, once it accepts clients.
        var start = new ProcessStartInfo("Xvfb") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-noreset", "-nolisten", "tcp"])
        {
            start.ArgumentList.Add(argument);
        }

        var server = Process.Start(start)!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        var number = server.StandardOutput.ReadLine();
        Xunit.Assert.SkipWhen(string.IsNullOrEmpty(number), "Xvfb did not start");
        var display = new XvfbDisplay(server, $":{number}");
        display.SetDotsPerInch(dotsPerInch);
        return display;
    }

    /// <summary>Runs xdotool on this display and waits for its end, e.g. <c>Do("mousemove", "100", "50", "click", "1")</c>.</summary>
    public void Do(params string[] arguments) => Run("xdotool", arguments);

    /// <summary>Gives the keyboard a layout, e.g. <c>de</c>. Where setxkbmap is missing the test is skipped.</summary>
    public void SetKeyboard(string layout)
    {
        Tool.Require("setxkbmap");
        Run("setxkbmap", layout);
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["DISPLAY"] = Name;
        Tool.Run(start);
    }

    /// <summary>Says how fine the screen is where desktops say it and programs look: in the root window's resources.</summary>
    private void SetDotsPerInch(int dotsPerInch)
    {
        const nint resourceManager = 23;
        const nint text = 31;
        var display = XOpenDisplay(Name);
        Xunit.Assert.NotEqual(0, display);
        var resources = Encoding.ASCII.GetBytes($"Xft.dpi:\t{dotsPerInch}\n");
        _ = XChangeProperty(display, XDefaultRootWindow(display), resourceManager, text, format: 8, mode: 0, resources, resources.Length);
        _ = XCloseDisplay(display);
    }

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport("libX11.so.6")]
    private static partial nint XDefaultRootWindow(nint display);

    [LibraryImport("libX11.so.6")]
    private static partial int XChangeProperty(nint display, nint window, nint property, nint type, int format, int mode, byte[] data, int count);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint display);
}
