using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>A real Krita on a display of its own, with settings and data in a folder of its own; it ends with the test.</summary>
internal sealed class KritaSession : IDisposable
{
    public const int Width = 1366;
    public const int Height = 900;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _folder;
    private readonly Process _krita;

    /// <param name="folder">Where it keeps everything; the add-on lies in data/krita/pykrita of it.</param>
    /// <param name="document">What it opens.</param>
    /// <param name="isEnabled">Whether the docker is there.</param>
    /// <param name="environment">More variables for it, e.g. PIX2PIX_MODEL.</param>
    public KritaSession(string folder, string document, bool isEnabled = true, params (string Name, string Value)[] environment)
    {
        (_folder, Display) = (folder, XvfbDisplay.Start(Width, Height));
        File.Delete(Log);
        Directory.CreateDirectory(Path.Combine(folder, "config"));
        File.WriteAllText(Path.Combine(folder, "config", "kritarc"), $"[python]\nenable_pix2pix_krita={(isEnabled ? "true" : "false")}\n");
        var start = new ProcessStartInfo("krita", ["--nosplash", document]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DISPLAY"] = Display.Name;
        start.Environment["HOME"] = start.Environment["XDG_RUNTIME_DIR"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(folder, "config");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(folder, "data");
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(folder, "cache");
        start.Environment["PIX2PIX_LOG"] = Log;

        // The Python inside takes the first python3 on the PATH for its home, which must be the one that Krita was built with.
        start.Environment["PATH"] = $"/usr/bin:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _krita = Process.Start(start)!;
        _krita.OutputDataReceived += (_, _) => { };
        _krita.ErrorDataReceived += (_, _) => { };
        _krita.BeginOutputReadLine();
        _krita.BeginErrorReadLine();
    }

    public XvfbDisplay Display { get; }

    public bool HasEnded => _krita.HasExited;

    /// <summary>What all its threads have computed so far.</summary>
    public TimeSpan Computed
    {
        get
        {
            _krita.Refresh();
            return _krita.TotalProcessorTime;
        }
    }

    private string Log => Path.Combine(_folder, "krita.log");

    public void Dispose()
    {
        _krita.Kill(entireProcessTree: true);
        _krita.WaitForExit();
        _krita.Dispose();
        Display.Dispose();
    }

    /// <summary>How many of its windows show the document.</summary>
    public int Windows()
    {
        var start = new ProcessStartInfo("xdotool", ["search", "--onlyvisible", "--name", "document"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = Display.Name;
        using var search = Process.Start(start)!;
        var found = search.StandardOutput.ReadToEnd();
        search.WaitForExit();
        return found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>Without a window manager Krita lies where it likes.</summary>
    public void Enlarge() => Display.Do(
        "search", "--sync", "--onlyvisible", "--name", "document", "windowmove", "%1", "0", "0", "windowsize", "--sync", "%1", $"{Width}", $"{Height}");

    public void Drag(int x, int y)
    {
        Display.Do("mousemove", $"{x}", $"{y}", "mousedown", "1");
        for (var i = 1; i <= 8; i++)
        {
            Display.Do("mousemove", $"{x + (i * 10)}", $"{y}");
        }

        Display.Do("mouseup", "1");
    }

    /// <summary>Presses a control of the docker.</summary>
    public void Press(string control)
    {
        var (x, y) = Place(control);
        Display.Do("mousemove", $"{x}", $"{y}", "click", "1");
    }

    /// <summary>Presses about once a second: where a control lies is known only once Krita has laid its window out.</summary>
    public void PressUntil(string control, Func<bool> isSo, string what) => Until(
        () =>
        {
            if (isSo())
            {
                return true;
            }

            Press(control);
            Thread.Sleep(1000);
            return isSo();
        },
        what);

    /// <summary>Where the middle of a control lies on the screen.</summary>
    public (int X, int Y) Place(string control)
    {
        var words = Lines($"{control} ")[^1].Split(' ');
        return (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
    }

    /// <summary>The docker's log.</summary>
    public List<string> Lines(string beginning) =>
        File.Exists(Log) ? [.. File.ReadAllLines(Log).Where(line => line.StartsWith(beginning, StringComparison.Ordinal))] : [];

    /// <summary>The pixels around the middle of the docker's picture.</summary>
    public byte[] ShownPicture()
    {
        const int Reach = 60;
        var (x, y) = Place("translated");
        var screen = Screen();
        var (left, right) = (Math.Max(0, x - Reach), Math.Min(Width, x + Reach));
        return [.. Enumerable.Range(0, Height).Where(row => Math.Abs(row - y) <= Reach).SelectMany(row => screen.Row(row)[(left * 4)..(right * 4)].ToArray())];
    }

    /// <summary>Everything on the screen.</summary>
    public PixelImage Screen()
    {
        var file = Path.Combine(_folder, "screen.png");
        Tool.Run("import", "-display", Display.Name, "-window", "root", file);
        return ImageFile.Load(file);
    }

    public void Until(Func<bool> isSo, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.False(_krita.HasExited, $"Krita ended before {what}");
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"Krita has not shown {what} within {Patience}; its docker said: {string.Join(" | ", Lines("said "))}");
            Thread.Sleep(50);
        }
    }
}
