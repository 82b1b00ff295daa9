using System.Diagnostics;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>
/// The input of one frame. A control that uses an event takes it, so that nobody else does; what is left over is the program's own.
/// Events are looked through in their order, so a press and its release within one frame are both seen. Thread contract: the UI thread.
/// </summary>
internal sealed class UiInput
{
    private InputEvent[] _events = new InputEvent[64];
    private bool[] _taken = new bool[64];
    private int _count;
    private ulong _lastPressed;
    private long _lastPressTicks;
    private int _clicks;

    /// <summary>This frame's events in order.</summary>
    public ReadOnlySpan<InputEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Where the pointer is, in pixels; far outside when it left the window.</summary>
    public PointerPosition Pointer { get; private set; } = Outside;

    /// <summary>Whether the pointer moved in this frame.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The control that the pointer is held on; 0 = none.</summary>
    public ulong Active { get; internal set; }

    /// <summary>Whether the pointer is held on something that is not of the panel, such as a stroke on the canvas.</summary>
    public bool IsHeldElsewhere { get; private set; }

    /// <summary>Whether a control used any of this frame's events.</summary>
    internal bool HasTaken => _taken.AsSpan(0, _count).Contains(true);

    private static PointerPosition Outside => new(-1e6, -1e6);

    /// <summary>Whether a control used the event.</summary>
    public bool IsTaken(int index) => _taken[index];

    public void Take(int index) => _taken[index] = true;

    /// <summary>Takes the first free press of a key.</summary>
    /// <param name="shortcut">With exactly these modifiers.</param>
    public bool TakeKey(Shortcut shortcut)
    {
        for (var i = 0; i < _count; i++)
        {
            if (!_taken[i] && shortcut.Matches(_events[i]))
            {
                _taken[i] = true;
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a press of any key that is no mere modifier, or of any button: what is only looked at goes away with it.</summary>
    public bool TakeAnyPress()
    {
        var was = false;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var input = ref _events[i];
            var isPress = input.Kind is InputKind.PointerDown || (input.Kind == InputKind.KeyDown && !input.IsRepeat && input.Key is < Key.LeftShift or > Key.RightSuper);
            if (!_taken[i] && isPress)
            {
                _taken[i] = true;
                was = true;
            }
        }

        return was;
    }

    internal void Begin(ReadOnlySpan<InputEvent> events)
    {
        if (_events.Length < events.Length)
        {
            _events = new InputEvent[events.Length * 2];
            _taken = new bool[events.Length * 2];
        }

        events.CopyTo(_events);
        _count = events.Length;
        Array.Clear(_taken, 0, _count);
        HasMoved = false;
        foreach (ref readonly var input in events)
        {
            HasMoved |= input.Kind == InputKind.PointerMove;
            Pointer = input.Kind switch
            {
                InputKind.PointerMove or InputKind.PointerDown or InputKind.PointerUp or InputKind.Wheel => new(input.X, input.Y),
                InputKind.PointerLeave => Outside,
                _ => Pointer,
            };
        }
    }

    /// <summary>Notes what of the pointer went to the program: a press that no control took.</summary>
    internal void End()
    {
        for (var i = 0; i < _count; i++)
        {
            IsHeldElsewhere = _events[i].Kind switch
            {
                InputKind.PointerDown => IsHeldElsewhere || !_taken[i],
                InputKind.PointerUp or InputKind.FocusLost => false,
                _ => IsHeldElsewhere,
            };
            if (_events[i].Kind == InputKind.FocusLost)
            {
                Active = 0;
            }
        }
    }

    /// <summary>Counts presses that follow each other quickly on the same control.</summary>
    internal int CountClick(ulong id, in InputEvent press)
    {
        var isNext = id == _lastPressed && Stopwatch.GetElapsedTime(_lastPressTicks, press.Ticks) <= Theme.DoubleClickTime;
        (_lastPressed, _lastPressTicks) = (id, press.Ticks);
        return _clicks = isNext ? _clicks + 1 : 1;
    }
}
