using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Training;

/// <summary>The real window with its Train tab open, and real pointer and keys that find the controls by the program's log.</summary>
internal sealed class TrainTab : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly LiveRun _live;

    /// <param name="live">The test's folder and log; stays its owner's.</param>
    /// <param name="arguments">Of <c>pix2pix live</c>.</param>
    public TrainTab(LiveRun live, params string[] arguments)
    {
        _live = live;

        // So high that the whole tab is in view.
        Display = XvfbDisplay.Start(1280, 1500);
        Program = live.Start(Display.Name, ["live", "--size", "1280x1500", "--log", live.Log, .. arguments]);
        Wait("frame");
        Display.Do("mousemove", "1224", "32", "click", "1");
    }

    public XvfbDisplay Display { get; }

    public Process Program { get; }

    /// <summary>Waits for an event that was not seen yet.</summary>
    public JsonElement Wait(string name, Func<JsonElement, bool>? fits = null) => _live.WaitFor(Program, name, facts => fits?.Invoke(facts) is not false);

    /// <summary>Waits until training has said something of a kind, and what more is asked of it.</summary>
    public JsonElement WaitForTraining(string kind, Func<JsonElement, bool>? fits = null) =>
        Wait("training", facts => facts.GetProperty("kind").GetString() == kind && fits?.Invoke(facts) is not false);

    /// <summary>Presses a control where it has come to rest: what stands above it may just be growing.</summary>
    public void Press(string control)
    {
        var place = Find(control);
        for (var before = default((int X, int Y)); before != place; place = Find(control))
        {
            before = place;
            Display.Do("mousemove", "700", "1400");
            WaitForPicture(() => Display.Do("mousemove", $"{place.X}", $"{place.Y}"));
        }

        Display.Do("click", "1");
    }

    /// <summary>Replaces a text box's text, and leaves it with Enter.</summary>
    public void Type(string control, string text)
    {
        Press(control);
        Display.Do("key", "ctrl+a");
        Display.Do("type", "--delay", "1", text);
        Display.Do("key", "Return");
    }

    public void Dispose()
    {
        if (!Program.HasExited)
        {
            Program.Kill(entireProcessTree: true);
            Program.WaitForExit();
        }

        Program.Dispose();
        Display.Dispose();
    }

    /// <summary>A pointer that comes to a control is seen on it; what the log says after that picture is what the pointer finds.</summary>
    private void WaitForPicture(Action act)
    {
        var before = Pictures();
        act();
        var start = Stopwatch.GetTimestamp();
        while (Pictures() == before && Stopwatch.GetElapsedTime(start) < Rest)
        {
            Thread.Sleep(20);
        }
    }

    private long Pictures() => _live.Newest("swap", _ => true)?.GetProperty("frame").GetInt64() ?? 0;

    private (int X, int Y) Find(string control)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 30)
        {
            if (_live.Newest("control", facts => facts.GetProperty("name").GetString() == control) is { } place)
            {
                return (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32());
            }

            Thread.Sleep(20);
        }

        throw new TimeoutException($"the window has shown no control '{control}'");
    }
}
