using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>Replays a stroke recording up to the current time. Thread contract: the canvas's thread.</summary>
public sealed class StrokeReplay
{
    private readonly PaintSession _session;
    private readonly ToolBox _tools;
    private readonly IReadOnlyList<TimedStroke> _strokes;
    private ITool? _tool;
    private int _stroke;
    private int _point;

    /// <param name="session">The hand that paints; only this replay uses it meanwhile.</param>
    /// <param name="tools">Must have every tool that the strokes name.</param>
    /// <param name="strokes">Painted in order of their times.</param>
    public StrokeReplay(PaintSession session, ToolBox tools, IEnumerable<TimedStroke> strokes)
    {
        _session = session;
        _tools = tools;
        _strokes = [.. strokes.OrderBy(stroke => stroke.Time)];
    }

    /// <summary>Whether every stroke is painted.</summary>
    public bool IsDone => _stroke == _strokes.Count;

    /// <summary>When the next point is due, in seconds; infinity when the recording is over.</summary>
    public double NextDue => IsDone ? double.PositiveInfinity : Due(_strokes[_stroke], _point);

    /// <summary>Paints every point that is due at <paramref name="time"/> seconds.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Advance(double time)
    {
        var painted = false;
        while (!IsDone && NextDue <= time)
        {
            PaintPoint(_strokes[_stroke].Stroke);
            painted = true;
        }

        return painted;
    }

    private void PaintPoint(Stroke stroke)
    {
        var (at, size) = (stroke.Points[_point], stroke.Sizes.IsEmpty ? 0 : stroke.Sizes[_point]);
        if (_point == 0)
        {
            TakeUp(stroke);
            _session.Press(at, with: _tool, isSmooth: stroke.IsSmooth, size: size);
        }
        else if (_tool!.Gesture == ToolGesture.Corners)
        {
            _session.Press(at, with: _tool);
        }
        else
        {
            _session.Move(at, size: size);
        }

        if (++_point == stroke.Points.Length)
        {
            _session.Finish();
            (_stroke, _point) = (_stroke + 1, 0);
        }
    }

    private void TakeUp(Stroke stroke)
    {
        _session.Finish();
        _tool = _tools.For(stroke)!;
        var settings = _session.Settings;
        settings.ClassId = stroke.ClassId;
        settings.SetBrush(stroke.Shape, stroke.Size);
        settings.Mirror = stroke.Mirror;
        settings.Repeat = stroke.Repeat;
        settings.Grid = 1;
    }

    private static double Due(TimedStroke stroke, int point) =>
        stroke.Time + (stroke.Duration * point / Math.Max(stroke.Stroke.Points.Length - 1, 1));
}
