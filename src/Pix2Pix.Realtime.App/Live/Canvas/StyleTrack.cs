using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>The changes of style while somebody paints, for the recording of the strokes. Main thread. Allocates only as the recording grows.</summary>
internal sealed class StyleTrack
{
    /// <summary>Changes that follow each other faster are one: a slider that is dragged.</summary>
    private const double Apart = 1.0 / 30;

    /// <summary>Half an hour of a slider that never rests; then the oldest go.</summary>
    private const int MostChanges = 54_000;

    /// <summary>Room for a minute of it, so that a slider allocates nothing.</summary>
    private const int Begun = 1_800;

    private readonly List<Change> _changes = new(Begun);
    private readonly List<float> _numbers = new(Begun * StyleDefinition.MostValues);

    /// <summary>Takes a change that is played, and how many times as fast as it was recorded; null = nobody can.</summary>
    public Action<TimedStyle, double>? Played { get; set; }

    /// <summary>Notes a change.</summary>
    /// <param name="seconds">When, by the clock that the strokes have.</param>
    /// <param name="fade">How many seconds it takes.</param>
    public void Add(double seconds, double fade, StyleDefinition definition, ReadOnlySpan<float> style)
    {
        var at = seconds;
        if (_changes is [.., var last] && last.Fade == 0 && fade == 0 && seconds - last.Seconds < Apart && last.Definition == definition)
        {
            _changes.RemoveAt(_changes.Count - 1);
            _numbers.RemoveRange(last.First, _numbers.Count - last.First);

            // With its time, or a drag without a rest would be one change.
            at = last.Seconds;
        }
        else if (_changes.Count == MostChanges)
        {
            Drop(MostChanges / 8);
        }

        _changes.Add(new Change(at, fade, definition, _numbers.Count));
        _numbers.AddRange(style);
    }

    /// <summary>The changes since a time, and before them the one that was in force then.</summary>
    /// <param name="begin">Becomes the recording's start.</param>
    public IReadOnlyList<TimedStyle> Since(double begin)
    {
        var first = Math.Max(0, _changes.FindLastIndex(change => change.Seconds < begin));
        return [.. _changes.Skip(first).Select(change => Named(change, Math.Max(0, change.Seconds - begin), change.Seconds < begin ? 0 : change.Fade))];
    }

    private TimedStyle Named(Change change, double time, double fade)
    {
        var (style, first) = (new Dictionary<string, float[]>(), change.First);
        foreach (var group in change.Definition.Groups)
        {
            style.Add(group.Name, [.. _numbers.GetRange(first, group.Count)]);
            first += group.Count;
        }

        return new TimedStyle(time, fade, style);
    }

    private void Drop(int count)
    {
        var numbers = _changes[count].First;
        _changes.RemoveRange(0, count);
        _numbers.RemoveRange(0, numbers);
        for (var i = 0; i < _changes.Count; i++)
        {
            _changes[i] = _changes[i] with { First = _changes[i].First - numbers };
        }
    }

    /// <param name="First">Where its numbers begin.</param>
    private readonly record struct Change(double Seconds, double Fade, StyleDefinition Definition, int First);
}
