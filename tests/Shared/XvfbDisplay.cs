using System.Diagnostics;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>
/// An X display in memory, so that a test can open a real window and drive it with real pointer and key events. It picks a free number
/// itself, and ends with the test. Where Xvfb or xdotool is missing, <see cref="Start"/> skips the test and says so.
/// </summary>
public sealed class XvfbDisplay : IDisposable
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
            Xunit.Assert.SkipUnless(IsInstalled(tool), $"{tool} is not installed");
        }

        // With -displayfd the server picks a free number and writes it, with a line break, once it accepts clients.
        var start = new ProcessStartInfo("Xvfb") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-dpi", $"{dotsPerInch}", "-nolisten", "tcp"])
        {
            start.ArgumentList.Add(argument);
        }

        var server = Process.Start(start)!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        var number = server.StandardOutput.ReadLine();
        Xunit.Assert.SkipWhen(string.IsNullOrEmpty(number), "Xvfb did not start");
        return new XvfbDisplay(server, $":{number}");
    }

    /// <summary>Runs xdotool on this display and waits for its end, e.g. <c>Do("mousemove", "100", "50", "click", "1")</c>.</summary>
    public void Do(params string[] arguments)
    {
        var start = new ProcessStartInfo("xdotool") { RedirectStandardError = true };
        start.Environment["DISPLAY"] = Name;
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var tool = Process.Start(start)!;
        var errors = tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        Xunit.Assert.True(tool.ExitCode == 0, $"xdotool {string.Join(' ', arguments)}: {errors}");
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
