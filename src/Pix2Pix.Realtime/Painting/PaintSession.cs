using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// Paints on a canvas as a pointer does: presses, moves and releases become strokes of the chosen tool, each one step of the history. Thread contract:
/// the canvas's thread.
/// </summary>
public sealed class PaintSession
{
    /// <summary>Room for a stroke of a minute at 60 points a second, so that painting does not allocate.</summary>
    private const int UsualMostPoints = 4096;

    private readonly Painter _painter;
    private readonly DirtyTracker _changed;
    private readonly LabelMap _before;
    private readonly Trail _trail;
    private readonly List<PixelPoint> _points = new(UsualMostPoints);

    /// <summary>The brush's size at each point of a trail, in pixels.</summary>
    private readonly List<int> _sizes = new(UsualMostPoints);
    private readonly Func<double>? _clock;
    private ITool _tool;

    /// <summary>The tool of the stroke under way.</summary>
    private ITool _used;
    private bool _isSmooth;
    private Selection? _selectedBefore;
    private double _began;

    /// <param name="canvas">What is painted on.</param>
    /// <param name="tool">The tool to start with.</param>
    /// <param name="clock">Seconds of the recording, for the times of its strokes; null = it has no times.</param>
    public PaintSession(LabelCanvas canvas, ITool tool, Func<double>? clock = null)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        Canvas = canvas;
        _clock = clock;
        _tool = _used = tool;
        Settings = new PaintSettings(canvas.Unit);
        _painter = new Painter(canvas, Settings);
        _before = new LabelMap(canvas.Width, canvas.Height, canvas.Background);
        _trail = new Trail(_painter);
        _changed = canvas.Track();
        History = new PaintHistory(canvas);
    }

    /// <summary>Raised when a stroke is finished, whether or not it changed a pixel.</summary>
    public event Action<Stroke>? Finished;

    /// <summary>What is painted on.</summary>
    public LabelCanvas Canvas { get; }

    /// <summary>Class, brush and drawing aids of the next points.</summary>
    public PaintSettings Settings { get; }

    /// <summary>The steps so far.</summary>
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

    /// <summary>The tool that the hand holds: the one of the stroke under way, or the chosen one.</summary>
    public ITool Hand => IsPainting ? _used : _tool;

    /// <summary>Whether a stroke is under way.</summary>
    public bool IsPainting => _points.Count > 0;

    /// <summary>The stroke under way, from its first point to the newest; empty when there is none.</summary>
    public ReadOnlySpan<PixelPoint> Points => CollectionsMarshal.AsSpan(_points);

    /// <summary>The button went down: starts a stroke, or sets the next corner of one under way.</summary>
    /// <param name="at">Where.</param>
    /// <param name="constrained">Whether the shape is held regular.</param>
    /// <param name="with">The tool of this one stroke; null = the chosen one.</param>
    /// <param name="isSmooth">Whether a trail may be curved; on a grid it never is.</param>
    /// <param name="size">The brush's size at this point of a trail, in pixels, as a pen's pressure has it; 0 = its own.</param>
    public void Press(PixelPoint at, bool constrained = false, ITool? with = null, bool isSmooth = true, int size = 0)
    {
        if (!IsPainting)
        {
            _used = with ?? _tool;
            _isSmooth = isSmooth && Settings.Grid <= 1 && _used.Gesture == ToolGesture.Trail;
            _selectedBefore = Canvas.Selection;
            Canvas.Selection = _used is ISelectionTool ? _selectedBefore : null;
            Begin();
            _points.Add(Snap(at));
            _sizes.Clear();
            _sizes.Add(SizeOf(size));
            if (_used.Gesture == ToolGesture.Corners)
            {
                _points.Add(_points[0]);
            }

            Paint();
        }
        else if (_used.Gesture == ToolGesture.Corners)
        {
            Move(at, constrained);
            _points.Add(_points[^1]);
        }
    }

    /// <summary>Does a whole stroke of another tool at once, from one point to another.</summary>
    public void Apply(ITool tool, PixelPoint from, PixelPoint to)
    {
        ArgumentNullException.ThrowIfNull(tool);
        Finish();
        Press(from, with: tool);
        Move(to);
        Finish();
    }

    /// <summary>The pointer moved. With no stroke under way nothing happens.</summary>
    /// <inheritdoc cref="Press"/>
    public void Move(PixelPoint at, bool constrained = false, int size = 0)
    {
        if (!IsPainting)
        {
            return;
        }

        at = Snap(at);
        if (constrained)
        {
            at = _used.Constrain(_used.Gesture == ToolGesture.Corners ? _points[^2] : _points[0], at);
        }

        var isTrail = _used.Gesture == ToolGesture.Trail;
        if (at != _points[^1])
        {
            Add(at, isTrail, size);
            Paint();
        }
        else if (isTrail && SizeOf(size) > _sizes[^1])
        {
            // A pen that is pressed harder where it rests.
            _sizes[^1] = SizeOf(size);
            Paint();
        }
    }

    /// <summary>The button went up: finishes the stroke, unless its tool continues from corner to corner.</summary>
    public void Release()
    {
        if (_used.Gesture != ToolGesture.Corners)
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

        if (_used is ISelectionTool selecting)
        {
            Canvas.CopyFrom(_before, _changed.Rectangle);
            Canvas.Selection = selecting.Select(Canvas, Points);
        }

        var brush = Settings.Brush;
        var stroke = new Stroke(_used.Name, Settings.ClassId, brush.Shape, brush.Size, Settings.Mirror, Settings.Repeat, [.. _points]) 
        {
            IsSmooth = _isSmooth, Piece = _used.Piece, Sizes = _used.Gesture == ToolGesture.Trail && _sizes.Exists(size => size != brush.Size) ? [.. _sizes] : [],
        };
        RememberChange(new TimedStroke(_began, Now - _began, stroke), isClear: false);
        _points.Clear();
        Finished?.Invoke(stroke);
    }

    /// <summary>Takes the stroke under way back without a trace.</summary>
    public void Cancel()
    {
        if (IsPainting)
        {
            Canvas.CopyFrom(_before, _changed.Take());
            Canvas.Selection = _selectedBefore;
            _points.Clear();
        }
    }

    /// <summary>Lets go of what is selected; it stays where it lies.</summary>
    public void Deselect()
    {
        Finish();
        Canvas.Selection = null;
    }

    /// <summary>Takes the stroke under way back, or else the last step of the history.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo()
    {
        if (IsPainting)
        {
            Cancel();
            return true;
        }

        return History.Undo();
    }

    /// <summary>Does the step that was taken back last again; not while a stroke is under way.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Redo() => !IsPainting && History.Redo();

    /// <summary>Makes everything background; one step of the history.</summary>
    public void Clear() => Change(static (canvas, _) => canvas.Fill(canvas.Background), Canvas.Map, isClear: true);

    /// <summary>Takes over a map of the canvas's size; one step of the history.</summary>
    public void Load(LabelMap map) => Change(static (canvas, source) => canvas.CopyFrom(source, canvas.Bounds), map, isClear: false);

    private double Now => _clock?.Invoke() ?? 0;

    private int SizeOf(int size) => size > 0 ? size : Settings.Brush.Size;

    private void Add(PixelPoint at, bool isTrail, int size)
    {
        if (isTrail)
        {
            _points.Add(at);
            _sizes.Add(SizeOf(size));
        }
        else if (_points.Count == 1)
        {
            _points.Add(at);
        }
        else
        {
            _points[^1] = at;
        }
    }

    private PixelPoint Snap(PixelPoint at) => _used.Snaps ? Settings.Snap(at) : at;

    private void Change(Action<LabelCanvas, LabelMap> change, LabelMap source, bool isClear)
    {
        Finish();
        _used = _tool;
        _selectedBefore = Canvas.Selection;
        Canvas.Selection = null;
        Begin();
        change(Canvas, source);
        RememberChange(stroke: null, isClear);
    }

    private void Begin()
    {
        _changed.Take();
        Canvas.Map.Ids.CopyTo(_before.Ids, 0);
        _began = Now;
    }

    private void Paint()
    {
        if (_used.Gesture == ToolGesture.Trail)
        {
            _trail.Paint(_used, Points, CollectionsMarshal.AsSpan(_sizes), _isSmooth);
            return;
        }

        // A shape is redrawn from the picture before the stroke.
        Canvas.CopyFrom(_before, _changed.Rectangle);
        _used.Paint(_painter, Points);
    }

    private void RememberChange(TimedStroke? stroke, bool isClear)
    {
        var area = _changed.Take();
        if (!area.IsEmpty || (_used is ISelectionTool && !ReferenceEquals(_selectedBefore, Canvas.Selection)))
        {
            History.Remember(area, Copy(area), stroke, isClear, _selectedBefore);
        }
    }

    private byte[] Copy(PixelRect area)
    {
        var pixels = area.IsEmpty ? [] : new byte[area.Width * area.Height];
        for (var row = 0; row < area.Height; row++)
        {
            _before.Row(area.Y + row).Slice(area.X, area.Width).CopyTo(pixels.AsSpan(row * area.Width));
        }

        return pixels;
    }
}
