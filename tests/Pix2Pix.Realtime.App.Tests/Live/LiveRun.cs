using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>A folder for one test's files, a small model in it, and the real program run as people run it.</summary>
internal sealed class LiveRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private LiveLog _log;
    private int _seen;

    /// <param name="side">Pixels: what the model reads.</param>
    /// <param name="isFirstTime">Whether the program has never run for this person, so that it says welcome.</param>
    public LiveRun(int side = 256, bool isFirstTime = false)
    {
        _log = new LiveLog(Log);
        Directory.CreateDirectory(Folder);
        TwoLayerModel.Write(Model, side, side);
        if (!isFirstTime)
        {
            Directory.CreateDirectory(At("config/pix2pix"));
            File.WriteAllText(Preferences, "format: 1\n");
        }
    }

    /// <summary>What the person chose.</summary>
    public string Preferences => At("config/pix2pix/preferences.yaml");

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"pix2pix-live-{Guid.NewGuid():N}");

    public string Model => At("two-layers.onnx");

    public string Log => At("events.jsonl");

    /// <summary>Environment variables of the programs that are started.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    private static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pix2pix.exe" : "pix2pix");

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Runs to the end.</summary>
    public (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var process = Start(display: "", arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), "the program did not end");
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts the program on a display; what it keeps for the person goes into the test's folder.</summary>
    public StartedProgram Start(string display, params string[] arguments)
    {
        if (arguments.Contains(Log))
        {
            ForgetLog();
        }

        // Results go into the test's folder, wherever the tests were started.
        arguments = arguments is ["live", ..] && !arguments.Contains("--results") ? [.. arguments, "--results", Folder] : arguments;
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.Environment["DISPLAY"] = display;
        start.Environment.Remove("WAYLAND_DISPLAY");
        start.Environment["XDG_DATA_HOME"] = At("data");
        start.Environment["XDG_CONFIG_HOME"] = At("config");
        start.Environment["XDG_CACHE_HOME"] = At("cache");
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return StartedProgram.Launch(start);
    }

    /// <summary>Before a program that replaces the log of the one before it.</summary>
    public void ForgetLog()
    {
        File.Delete(Log);
        (_log, _seen) = (new LiveLog(Log), 0);
    }

    /// <summary>Waits until the program's log has an event that fits, after those already seen; never for a time.</summary>
    public JsonElement WaitFor(Process process, string name, Func<JsonElement, bool>? fits = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            // Asked before the log is read: a program may write the event and end in between.
            var ended = process.HasExited;
            for (var events = _log.Events; _seen < events.Count;)
            {
                var facts = events[_seen++];
                if (facts.GetProperty("event").GetString() == name && fits?.Invoke(facts) is not false)
                {
                    return facts;
                }
            }

            Assert.False(ended, $"the program ended while the test waited for '{name}': {(ended ? $"exit code {process.ExitCode}, {process.StandardError.ReadToEnd()}" : "")}");
            Thread.Sleep(10);
        }

        throw new TimeoutException($"no event '{name}' within {Patience}; the last ones are {string.Join('\n', _log.Events.Where(IsNews).TakeLast(12))}");
    }

    /// <summary>Waits for each of these after those already seen, in whichever order they come: threads that don't wait for one another write them.</summary>
    public JsonElement[] WaitForAll(Process process, params (string Name, Func<JsonElement, bool>? Fits)[] events)
    {
        var (from, last) = (_seen, _seen);
        var found = Array.ConvertAll(events, one =>
        {
            _seen = from;
            var line = WaitFor(process, one.Name, one.Fits);
            last = Math.Max(last, _seen);
            return line;
        });
        _seen = last;
        return found;
    }

    /// <summary>Waits until the screen shows the label map of that version, or a later one, and its translation.</summary>
    public void WaitUntilShown(Process process, long version)
    {
        var (inputs, frames, sequence) = (0, 0, long.MaxValue);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            for (var given = _log.Named("input"); inputs < given.Count; inputs++)
            {
                if (given[inputs].GetProperty("version").GetInt64() >= version)
                {
                    sequence = Math.Min(sequence, given[inputs].GetProperty("sequence").GetInt64());
                }
            }

            for (var shown = _log.Named("frame"); sequence < long.MaxValue && frames < shown.Count; frames++)
            {
                if (shown[frames].GetProperty("sequence").GetInt64() >= sequence)
                {
                    return;
                }
            }

            Assert.False(process.HasExited, "the program ended while the test waited for a picture");
            Thread.Sleep(10);
        }

        throw new TimeoutException($"no picture of version {version} within {Patience}");
    }

    /// <summary>The newest event that fits, seen or not; null = there is none yet.</summary>
    public JsonElement? Newest(string name, Func<JsonElement, bool> fits)
    {
        var alike = _log.Named(name);
        for (var i = alike.Count - 1; i >= 0; i--)
        {
            if (fits(alike[i]))
            {
                return alike[i];
            }
        }

        return null;
    }

    /// <summary>All events so far that have this name, seen or not.</summary>
    public IEnumerable<JsonElement> Events(string name) => _log.Named(name);

    /// <summary>How many events so far fit, seen or not.</summary>
    public int Count(string name, Func<JsonElement, bool> fits) => _log.Named(name).Count(fits);

    private static bool IsNews(JsonElement facts) => facts.GetProperty("event").GetString() is not ("swap" or "frame");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
