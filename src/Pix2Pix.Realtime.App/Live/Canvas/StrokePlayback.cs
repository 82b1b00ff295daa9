using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>Replays a stroke recording in time with the frames. Its clock starts with its first frame, not while the program loads. Main thread.</summary>
/// <param name="session">The hand that paints.</param>
/// <param name="tools">Have every tool that the strokes name.</param>
/// <param name="strokes">What is painted.</param>
/// <param name="styles">The changes of style meanwhile, in the order of their times.</param>
/// <param name="track">Plays them.</param>
internal sealed class StrokePlayback(PaintSession session, ToolBox tools, IReadOnlyList<TimedStroke> strokes, IReadOnlyList<TimedStyle> styles, StyleTrack track)
{
    private readonly StrokeReplay _replay = new(session, tools, strokes);
    private double _seconds = double.NaN;
    private int _style;

    public bool IsDone => _replay.IsDone && _style == styles.Count;

    /// <summary>Paints what is due.</summary>
    /// <param name="time">The frame's.</param>
    /// <param name="speed">Times as fast as it was painted.</param>
    /// <returns>When the first of it was due, in the frame's seconds; not a number = nothing was.</returns>
    public double Advance(FrameTime time, double speed)
    {
        _seconds = double.IsNaN(_seconds) ? 0 : _seconds + (time.Delta * speed);
        for (; _style < styles.Count && styles[_style].Time <= _seconds; _style++)
        {
            track.Played?.Invoke(styles[_style], speed);
        }

        var due = Due(_replay.NextDue, time, speed);
        return _replay.Advance(_seconds) ? due : double.NaN;
    }

    /// <summary>When the next point or change of style is due, in the frame's seconds; infinity when the recording is over.</summary>
    public double NextDue(FrameTime time, double speed) =>
        Due(Math.Min(_replay.NextDue, _style < styles.Count ? styles[_style].Time : double.PositiveInfinity), time, speed);

    private double Due(double recorded, FrameTime time, double speed) => time.Seconds + ((recorded - _seconds) / speed);
}
