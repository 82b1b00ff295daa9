using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>The strokes that made a painting and the changes of its style, with their times: written to a file, and painted again from one. Main thread.</summary>
internal sealed class StrokeRecording(LiveContext live, PaintSession session, Palette palette, ToolBox tools, StyleTrack styles)
{
    private IReadOnlyList<TimedStroke>? _beginning = [];
    private StrokePlayback? _replay;

    /// <summary>Whether one is being painted again and has not come to its end.</summary>
    public bool IsPlaying => _replay is { IsDone: false };

    /// <summary>The canvas before the first stroke.</summary>
    /// <param name="strokes">What painted it; null = no strokes did, or they are not known.</param>
    public void BeginWith(IReadOnlyList<TimedStroke>? strokes) => _beginning = strokes;

    /// <summary>Paints a file's strokes at once, before the person's first one.</summary>
    public void Start(string path)
    {
        // A separate session, so that they are not on the undo stack.
        var hand = new PaintSession(session.Canvas, tools.All[0]);
        var strokes = StrokeFile.Load(path, palette.Classes, session.Canvas.Size);
        new StrokeReplay(hand, tools, strokes).Advance(double.PositiveInfinity);
        BeginWith([.. strokes.Select(one => one with { Time = 0, Duration = 0 })]);
    }

    /// <param name="path">A YAML file.</param>
    public void Save(string path)
    {
        session.Finish();
        var strokes = session.History.Recorded(out var origin);
        var first = strokes.Count > 0 ? strokes[0].Time : 0;
        var before = origin == RecordingOrigin.Beginning ? _beginning : [];
        StrokeFile.Save(path, [.. before ?? [], .. strokes.Select(one => one with { Time = one.Time - first })], palette.Classes, session.Canvas.Size, styles.Since(strokes.Count > 0 ? first : live.Pump.Seconds));
        live.Log.Write("strokes", new { path, strokes = strokes.Count });
        if (origin == RecordingOrigin.Picture || before is null)
        {
            live.Notices.TellSaved(CanvasTexts.SavedLaterStrokes(strokes.Count, path), path, ToastKind.Warning);
        }
        else
        {
            live.Notices.TellSaved(CanvasTexts.SavedStrokes(strokes.Count, path), path);
        }
    }

    /// <summary>Clears the canvas and paints a file's strokes; the user's next stroke ends it.</summary>
    public void Play(string path)
    {
        var (strokes, changes) = (StrokeFile.Load(path, palette.Classes, session.Canvas.Size), StrokeFile.LoadStyles(path));
        session.Clear();
        Play(strokes, changes);
        live.Log.Write("replay", new { path, strokes = strokes.Count, styles = changes.Count });
    }

    /// <summary>Paints a file's strokes on what is there.</summary>
    public void Add(string path) => Play(StrokeFile.Load(path, palette.Classes, session.Canvas.Size), StrokeFile.LoadStyles(path));

    private void Play(IReadOnlyList<TimedStroke> strokes, IReadOnlyList<TimedStyle> changes) => _replay = new StrokePlayback(session, tools, strokes, changes, styles);

    /// <summary>Paints what is due in this frame.</summary>
    /// <param name="time">The frame's.</param>
    /// <param name="speed">Times as fast as it was painted.</param>
    /// <returns>When the first of it was due, in the frame's seconds (not a number = nothing was), and whether that was the last.</returns>
    public (double Due, bool IsOver) Update(FrameTime time, double speed)
    {
        if (_replay is not { IsDone: false } replay)
        {
            return (double.NaN, false);
        }

        var due = replay.Advance(time, speed);
        live.Frames.WakeAt(replay.NextDue(time, speed));
        return (due, replay.IsDone);
    }

    /// <summary>Lets the user's hand have the brush.</summary>
    public void End()
    {
        if (IsPlaying)
        {
            session.Finish();
            _replay = null;
        }
    }
}
