using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>Replays a stroke recording in time with the frames. Its clock starts with its first frame, not while the program loads. Main thread.</summary>
internal sealed class StrokePlayback(PaintSession session, ToolBox tools, IReadOnlyList<TimedStroke> strokes)
{
    private readonly StrokeReplay _replay = new(session, tools, strokes);
    private double _seconds = double.NaN;

    public bool IsDone => _replay.IsDone;

    /// <summary>Paints what is due.</summary>
    /// <param name="time">The frame's.</param>
    /// <param name="speed">Times as fast as it was painted.</param>
    /// <returns>When the first of it was due, in the frame's seconds; not a number = nothing was.</returns>
    public double Advance(FrameTime time, double speed)
    {
        _seconds = double.IsNaN(_seconds) ? 0 : _seconds + (time.Delta * speed);
        var due = NextDue(time, speed);
        return _replay.Advance(_seconds) ? due : double.NaN;
    }

    /// <summary>When the next point is due, in the frame's seconds; infinity when the recording is over.</summary>
    public double NextDue(FrameTime time, double speed) => time.Seconds + ((_replay.NextDue - _seconds) / speed);
}
