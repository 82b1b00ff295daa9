using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Training;

/// <summary>The real window with its Train tab open, and real pointer and keys that find the controls by the program's log.</summary>
internal sealed class TrainTab : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int TrainPage = 5;

    private readonly LiveRun _live;

    /// <param name="live">The test's folder and log; stays its owner's.</param>
    /// <param name="arguments">Of <c>pix2pix live</c>.</param>
    public TrainTab(LiveRun live, params string[] arguments)
        : this(live, TrainPage, arguments)
    {
    }

    /// <param name="live">The test's folder and log; stays its owner's.</param>
    /// <param name="page">The number of the panel's page, from 1.</param>
    /// <param name="arguments">Of <c>pix2pix live</c>.</param>
    public TrainTab(LiveRun live, int page, params string[] arguments)
    {
        _live = live;

        // So high that the whole tab is in view.
        Display = XvfbDisplay.Start(1280, 1500);
        Program = live.Start(Display.Name, ["live", "--size", "1280x1500", "--log", live.Log, .. arguments]);
        Wait("frame");
        Display.Do("key", $"ctrl+{page}");
    }

    /// <summary>In a window of a program that was started otherwise; ends display and program.</summary>
    public TrainTab(LiveRun live, XvfbDisplay display, StartedProgram program)
    {
        (_live, Display, Program) = (live, display, program);
        Wait("frame");
        Display.Do("search", "--sync", "--name", "pix2pix", "windowmove", "0", "0", "windowfocus", "--sync");
        Display.Do("key", $"ctrl+{TrainPage}");
    }

    public XvfbDisplay Display { get; }

    public StartedProgram Program { get; }

    /// <summary>Waits for an event that was not seen yet.</summary>
    public JsonElement Wait(string name, Func<JsonElement, bool>? fits = null) => _live.WaitFor(Program, name, facts => fits?.Invoke(facts) is not false);

    /// <summary>Waits until training has said something of a kind, and what more is asked of it.</summary>
    public JsonElement WaitForTraining(string kind, Func<JsonElement, bool>? fits = null) =>
        Wait("training", facts => facts.GetProperty("kind").GetString() == kind && fits?.Invoke(facts) is not false);

    /// <summary>Waits until a dataset has been looked at to the end: what is found moves what stands below it.</summary>
    public JsonElement WaitForDataset(Func<JsonElement, bool>? fits = null) =>
        Wait("dataset", facts => facts.GetProperty("isLast").GetBoolean() && fits?.Invoke(facts) is not false);

    /// <summary>Presses a control where it has come to rest, and again where it had moved away after all or could not be pressed yet.</summary>
    public void Press(string control)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            Display.Do(["mousemove", .. PlaceAtRest(control)]);
            var (presses, releases) = (Count("pressed", "name", control), Count("released", "what", "Left"));
            Display.Do("click", "1");

            // The program says what was pressed before it says that the button came up.
            Until(() => Count("released", "what", "Left") > releases, $"the press of '{control}'");
            if (Count("pressed", "name", control) > presses)
            {
                return;
            }
        }

        throw new TimeoutException($"'{control}' can't be pressed");
    }

    /// <summary>Replaces a text box's text, and leaves it with Enter.</summary>
    public void Type(string control, string text)
    {
        Press(control);
        var releases = Count("released", "what", "Enter");
        Display.Do("key", "ctrl+a");
        Display.Do("type", "--delay", "1", text);
        Display.Do("key", "Return");
        Until(() => Count("released", "what", "Enter") > releases, $"the text of '{control}'");

        // What a control shows is told with the picture that shows it, after the key.
        Until(() => Find(control).GetProperty("text").GetString() == text, $"'{text}' in '{control}'");
    }

    public void Dispose()
    {
        Program.Dispose();
        Display.Dispose();
    }

    /// <summary>Where a control is after the picture in which the pointer is seen on it.</summary>
    private string[] PlaceAtRest(string control)
    {
        for (var place = Place(control); ;)
        {
            var before = place;
            Display.Do("mousemove", "700", "1400");
            WaitForPicture(() => Display.Do(["mousemove", .. before]));
            place = Place(control);
            if (before.SequenceEqual(place))
            {
                return place;
            }
        }
    }

    /// <summary>A pointer that comes to a control is seen on it, as a rule; a control that looks as before has its pictures behind it.</summary>
    private void WaitForPicture(Action act)
    {
        var before = Pictures();
        act();
        for (var start = Stopwatch.GetTimestamp(); Pictures() == before && Stopwatch.GetElapsedTime(start) < Rest;)
        {
            Thread.Sleep(20);
        }
    }

    private long Pictures() => _live.Newest("swap", _ => true)?.GetProperty("frame").GetInt64() ?? 0;

    private int Count(string name, string fact, string value) => _live.Count(name, facts => facts.GetProperty(fact).GetString() == value);

    private string[] Place(string control)
    {
        var place = Find(control);
        return [$"{place.GetProperty("x")}", $"{place.GetProperty("y")}"];
    }

    private JsonElement Find(string control)
    {
        JsonElement? found = null;
        Until(() => (found = _live.Newest("control", facts => facts.GetProperty("name").GetString() == control)) is not null, $"a control '{control}'");
        return found!.Value;
    }

    private void Until(Func<bool> isSo, string what)
    {
        for (var start = Stopwatch.GetTimestamp(); !isSo();)
        {
            Assert.False(Program.HasExited, $"the program ended while the test waited for {what}");
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"the window has not shown {what} within {Patience}");
            }

            Thread.Sleep(20);
        }
    }
}
