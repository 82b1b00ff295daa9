using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// A hand on a canvas: presses, moves and releases become strokes of the chosen tool, each one step of the history.
/// Thread contract: the canvas's thread.
/// </summary>
public sealed class PaintSession
{
    /// <summary>Room for a stroke of a minute at 60 points a second, so that painting does not allocate.</summary>
    private const int UsualMostPoints = 4096;

    private readonly Painter _painter;
    private readonly DirtyTracker _changed;
    private readonly LabelMap _before;
    private readonly List<PixelPoint> _points = new(UsualMostPoints);
    private readonly Func<double>? _clock;
    private ITool _tool;
    private double _began;

    /// <param name="canvas">What is painted on.</param>
    /// <param name="tool">The tool to start with.</param>
    /// <param name="clock">Seconds of the recording, for the times of its strokes; null = it has no times.</param>
    public PaintSession(LabelCanvas canvas, ITool tool, Func<double>? clock = null)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        Canvas = canvas;
        _clock = clock;
        _tool = tool;
        Settings = new PaintSettings(canvas.Unit);
        _painter = new Painter(canvas, Settings);
        _before = new LabelMap(canvas.Width, canvas.Height, canvas.Background);
        _changed = canvas.Track();
        History = new PaintHistory(canvas);
    }

    /// <summary>Raised when a stroke is finished, whether or not it changed a pixel.</summary>
    public event Action<Stroke>? Finished;

    public LabelCanvas Canvas { get; }

    public PaintSettings Settings { get; }

    public PaintHistory History { get; }

    /// <summary>The chosen tool; choosing another one finishes the stroke under way.</summary>
    public ITool Tool
    {
        get => _tool;
        set
        {
            Finish();
            _tool = value;
        }
    }

    public bool IsPainting => _points.Count > 0;

    /// <summary>The stroke under way, from its first point to the newest; empty when there is none.</summary>
    public ReadOnlySpan<PixelPoint> Points => CollectionsMarshal.AsSpan(_points);

    /// <summary>The button went down: starts a stroke, or sets the next corner of one under way.</summary>
    public void Press(PixelPoint at, bool constrained = false)
    {
        if (!IsPainting)
        {
            _changed.Take();
            Canvas.Map.Ids.CopyTo(_before.Ids, 0);
            _began = Now;
            _points.Add(Settings.Snap(at));
            if (_tool.Gesture == ToolGesture.Corners)
            {
                _points.Add(_points[0]);
            }

            Paint();
        }
        else if (_tool.Gesture == ToolGesture.Corners)
        {
            Move(at, constrained);
            _points.Add(_points[^1]);
        }
    }

    /// <summary>The pointer moved. With no stroke under way nothing happens.</summary>
    public void Move(PixelPoint at, bool constrained = false)
    {
        if (!IsPainting)
        {
            return;
        }

        at = Settings.Snap(at);
        if (constrained)
        {
            at = _tool.Constrain(_tool.Gesture == ToolGesture.Corners ? _points[^2] : _points[0], at);
        }

        if (at == _points[^1])
        {
            return;
        }

        if (_tool.Gesture == ToolGesture.Trail || _points.Count == 1)
        {
            _points.Add(at);
        }
        else
        {
            _points[^1] = at;
        }

        Paint();
    }

    /// <summary>The button went up: finishes the stroke, unless its tool continues from corner to corner.</summary>
    public void Release()
    {
        if (_tool.Gesture != ToolGesture.Corners)
        {
            Finish();
        }
    }

    /// <summary>Ends the stroke under way as it is. With none nothing happens.</summary>
    public void Finish()
    {
        if (!IsPainting)
        {
            return;
        }

        var brush = Settings.Brush;
        var stroke = new Stroke(_tool.Name, Settings.ClassId, brush.Shape, brush.Size, Settings.Mirror, Settings.Repeat, [.. _points]);
        RememberChange(new TimedStroke(_began, Now - _began, stroke), isClear: false);
        _points.Clear();
        Finished?.Invoke(stroke);
    }

    /// <summary>Takes the stroke under way back without a trace.</summary>
    public void Cancel()
    {
        Canvas.CopyFrom(_before, IsPainting ? _changed.Take() : default);
        _points.Clear();
    }

    public bool Undo()
    {
        if (IsPainting)
        {
            Cancel();
            return true;
        }

        return History.Undo();
    }

    public bool Redo() => !IsPainting && History.Redo();

    /// <summary>Makes everything background; one step of the history.</summary>
    public void Clear() => Change(static (canvas, _) => canvas.Fill(canvas.Background), Canvas.Map, isClear: true);

    /// <summary>Takes over a map of the canvas's size; one step of the history.</summary>
    public void Load(LabelMap map) => Change(static (canvas, source) => canvas.CopyFrom(source, canvas.Bounds), map, isClear: false);

    private double Now => _clock?.Invoke() ?? 0;

    private void Change(Action<LabelCanvas, LabelMap> change, LabelMap source, bool isClear)
    {
        Finish();
        _changed.Take();
        Canvas.Map.Ids.CopyTo(_before.Ids, 0);
        change(Canvas, source);
        RememberChange(stroke: null, isClear);
    }

    private void Paint()
    {
        // A shape is redrawn from the picture before the stroke; a trail only grows.
        if (_tool.Gesture != ToolGesture.Trail)
        {
            Canvas.CopyFrom(_before, _changed.Rectangle);
        }

        _tool.Paint(_painter, Points);
    }

    private void RememberChange(TimedStroke? stroke, bool isClear)
    {
        var area = _changed.Take();
        if (!area.IsEmpty)
        {
            History.Remember(area, Copy(area), stroke, isClear);
        }
    }

    private byte[] Copy(PixelRect area)
    {
        var pixels = new byte[area.Width * area.Height];
        for (var row = 0; row < area.Height; row++)
        {
            _before.Row(area.Y + row).Slice(area.X, area.Width).CopyTo(pixels.AsSpan(row * area.Width));
        }

        return pixels;
    }
}
