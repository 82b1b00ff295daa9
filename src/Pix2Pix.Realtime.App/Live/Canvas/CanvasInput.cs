using System.Numerics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>Turns the input that the panel left over into painting, zooming and panning. Main thread.</summary>
internal sealed class CanvasInput(LiveContext live, LabelCanvasComponent canvas, CanvasSelection selection)
{
    private const float ZoomPerNotch = 1.2f;

    private readonly ITool _eraser = canvas.ToolBox.Find("eraser")!;

    private bool _isPanning;
    private bool _isSpaceHeld;
    private Vector2 _pointer;
    private Vector2 _lastScreen;
    private bool _isInside;
    private bool _isOver;
    private int _penSize;

    private PaintSession Session => canvas.Session;

    /// <summary>The brush outline at the pointer; none when the pointer is elsewhere or the tool has no brush.</summary>
    public BrushOutline Outline { get; private set; } = BrushOutline.None;

    /// <summary>The pixel under the pointer; null where it is elsewhere.</summary>
    public PixelPoint? At
    {
        get
        {
            var at = new PixelPoint((int)MathF.Floor(_pointer.X), (int)MathF.Floor(_pointer.Y));
            return _isOver && !live.Ui.HasPointer && !canvas.IsCovered && canvas.Canvas.Contains(at) ? at : null;
        }
    }

    /// <summary>The class under the pointer; null where there is none.</summary>
    public LabelClass? Under => At is { } at ? canvas.Palette.Find(canvas.Canvas.Map[at.X, at.Y]) : null;

    private CursorShape Shape =>
        live.Workspace.IsPresenting ? CursorShape.Hidden
        : live.Ui.Cursor is { } asked ? asked
        : _isPanning || _isSpaceHeld ? CursorShape.Hand
        : !_isOver || canvas.IsCovered ? CursorShape.Arrow
        : Session.IsPainting ? (Session.Hand is MoveSelectionTool ? CursorShape.Hand : CursorShape.Crosshair)
        : At is { } at && selection.IsOn(at) ? CursorShape.Hand
        : CursorShape.Crosshair;

    /// <summary>Once a frame, after the panel took what is its.</summary>
    public void Update()
    {
        var events = live.Pump.Events;
        for (var i = 0; i < events.Length; i++)
        {
            if (!live.Ui.Took(i))
            {
                Handle(in events[i]);
            }
        }

        // The pictures may have moved under a pointer that rests.
        _isOver = _isInside && live.Workspace.TryPick(_lastScreen.X, _lastScreen.Y, out _pointer) && !live.Ui.HasPointer;
        Follow();
        selection.Follow();
        if (live.Window is { } window)
        {
            window.Cursor = Shape;
        }
    }

    /// <summary>The outline moves without changing the label map.</summary>
    private void Follow()
    {
        var outline = Brush();
        if (outline == Outline)
        {
            return;
        }

        RequestDraw(Outline);
        RequestDraw(outline);
        Outline = outline;
    }

    /// <summary>On the label map, or where the pictures are that took its place.</summary>
    private void RequestDraw(BrushOutline outline)
    {
        var work = live.Workspace;
        if (!work.Canvas.IsEmpty)
        {
            live.Frames.RequestDraw(CanvasPass.Around(outline, work.CanvasView).Intersect(work.Canvas));
            return;
        }

        live.Frames.RequestDraw(CanvasPass.Around(outline, work.TranslationView).Intersect(work.Translation));
        live.Frames.RequestDraw(CanvasPass.Around(outline, work.SecondView).Intersect(work.Second));
    }

    private BrushOutline Brush()
    {
        if (!_isOver || _isPanning || _isSpaceHeld || live.Ui.HasPointer || live.Workspace.IsPresenting || canvas.IsCovered)
        {
            return BrushOutline.None;
        }

        var brush = Session.Settings.Brush;
        var size = Session.Hand.Name is not ("brush" or "eraser" or "line") ? 1 : Session.IsPainting && _penSize > 0 ? _penSize : brush.Size;
        var half = (size % 2) / 2f;
        return new BrushOutline(new Vector2(MathF.Floor(_pointer.X) + half, MathF.Floor(_pointer.Y) + half), size, brush.Shape == BrushShape.Round) { Line = Math.Max(1, live.Ui.Px(1)) };
    }

    private void Handle(in InputEvent input)
    {
        switch (input.Kind)
        {
            case InputKind.PointerMove:
                Move(in input);
                break;
            case InputKind.PointerDown:
                Press(in input);
                break;
            case InputKind.PointerUp:
                Release(in input);
                break;
            case InputKind.PointerLeave:
                _isInside = false;
                break;
            case InputKind.Wheel:
                live.Workspace.ZoomAt(input.X, input.Y, MathF.Pow(ZoomPerNotch, (float)input.WheelY));
                break;
            case InputKind.KeyDown or InputKind.KeyUp:
                Press(input.Key, input.Kind == InputKind.KeyDown);
                break;
            case InputKind.FocusLost:
                _isPanning = _isSpaceHeld = false;
                Session.Release();
                break;
        }
    }

    private void Move(in InputEvent input)
    {
        var at = new Vector2((float)input.X, (float)input.Y);
        if (_isPanning)
        {
            live.Workspace.Pan(at - _lastScreen);
        }

        (_lastScreen, _isInside) = (at, true);
        if (Session.IsPainting)
        {
            var before = canvas.Canvas.Version;
            Session.Move(Pixel(in input), input.IsShift, Size(in input));
            Note(before, input.Ticks);
        }
    }

    /// <summary>The brush's size as a pen's pressure has it.</summary>
    private int Size(in InputEvent input) => _penSize = PenSize.Of(input.Pen, Session.Settings.Brush.Size, live.Person.Get(PersonalSettings.PenCurve));

    private void Press(in InputEvent input)
    {
        if (!live.Workspace.TryPick(input.X, input.Y, out _))
        {
            return;
        }

        if (input.Button == PointerButton.Middle || (_isSpaceHeld && input.Button == PointerButton.Left))
        {
            _isPanning = true;
            return;
        }

        var before = canvas.Canvas.Version;
        switch (input.Button)
        {
            case PointerButton.Left when !canvas.IsCovered && live.Workspace.PaintArea.Contains(input.X, input.Y):
                canvas.Recording.End();
                var at = Pixel(in input);
                Session.Press(at, input.IsShift, input.Pen is { IsEraser: true } ? _eraser : selection.ToolAt(at, input.IsCommand), size: Size(in input));
                break;
            case PointerButton.Right when Session.IsPainting:
                Session.Finish();
                break;
            case PointerButton.Right when !canvas.IsCovered:
                PickClass(Pixel(in input));
                break;
        }

        Note(before, input.Ticks);
    }

    private void Release(in InputEvent input)
    {
        if (_isPanning && input.Button is PointerButton.Middle or PointerButton.Left)
        {
            _isPanning = false;
        }
        else if (input.Button == PointerButton.Left && Session.IsPainting)
        {
            var before = canvas.Canvas.Version;
            // A pen is lifted without pressure: its last point is the one before.
            if (input.Pen is null)
            {
                Session.Move(Pixel(in input), input.IsShift);
            }

            Session.Release();
            Note(before, input.Ticks);
        }
    }

    private void Press(Key key, bool isDown)
    {
        switch (key)
        {
            case Key.Space:
                _isSpaceHeld = isDown;
                break;
            case Key.Enter or Key.KeypadEnter when isDown:
                Session.Finish();
                break;
            case Key.Escape when isDown && Session.IsPainting:
                Session.Cancel();
                break;
            case Key.Escape when isDown:
                Session.Deselect();
                break;
        }
    }

    private void PickClass(PixelPoint at)
    {
        if (canvas.Canvas.Contains(at))
        {
            Session.Settings.ClassId = canvas.Canvas.Map[at.X, at.Y];
        }
    }

    private void Note(long versionBefore, long ticks)
    {
        if (canvas.Canvas.Version != versionBefore)
        {
            canvas.CameFrom(ticks);
        }
    }

    private PixelPoint Pixel(in InputEvent input)
    {
        var at = live.Workspace.Pick(input.X, input.Y);
        return new PixelPoint((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y));
    }
}
