using System.Diagnostics;
using System.Text;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Turns one window's messages into <see cref="InputEvent"/>s, stamped with the time of delivery; Windows counts in pixels as we do. Lives as long as the window.
/// Thread contract: the window's thread.
/// </summary>
internal sealed unsafe class Win32Input(nint window)
{
    private const double WheelNotch = 120;

    private readonly InputQueue _queue = new();
    private readonly HashSet<Key> _keys = [];
    private readonly HashSet<PointerButton> _buttons = [];
    private readonly Win32Pen _pen = new();
    private PointerPosition _pointer;
    private char _highSurrogate;
    private bool _isInside;
    private bool _isResized;
    private bool _mustRefresh;

    public ReadOnlySpan<InputEvent> Events => _queue.Events;

    /// <summary>The smallest outer size that the user can drag the window to, in pixels; null = any.</summary>
    public Func<Win32Point>? Smallest { get; set; }

    /// <summary>The pointer's picture over the window; 0 = none.</summary>
    public nint Cursor { get; set; } = Win32Cursors.Load(CursorShape.Arrow);

    public bool IsFullScreen { get; set; }

    /// <summary>Called when the user signs out or the machine shuts down: the program ends with its return.</summary>
    public Action? SessionEnds { get; set; }

    /// <summary>Where the pointer is, also outside of the window.</summary>
    public PointerPosition Pointer
    {
        get
        {
            if (Win32.GetCursorPos(out var point) != 0 && Win32.ScreenToClient(window, ref point) != 0)
            {
                _pointer = new(point.X, point.Y);
            }

            return _pointer;
        }
    }

    /// <summary>Forgets the events; call it before the system is asked for new ones.</summary>
    public void Clear()
    {
        _queue.Clear();
        if (_mustRefresh)
        {
            _mustRefresh = false;
            Add(InputKind.Refresh);
        }
    }

    /// <summary>A driver may learn a window's new size only at a swap, and the first picture after a resize is then cut at the former size: so ask for another one.</summary>
    public void AfterSwap()
    {
        if (_isResized)
        {
            (_isResized, _mustRefresh) = (false, true);
            _ = Win32.PostMessage(window, (uint)Win32Event.Wake, 0, 0);
        }
    }

    /// <summary>Answers a message.</summary>
    /// <returns>Whether it did; otherwise the system's own answer is due.</returns>
    public bool TryAnswer(Win32Event message, nuint w, nint l, out nint answer)
    {
        answer = 0;
        switch (message)
        {
            case Win32Event.MouseMove: Move(l); return true;
            case Win32Event.LeftDown: Press(PointerButton.Left, l); return true;
            case Win32Event.LeftUp: Release(PointerButton.Left, l); return true;
            case Win32Event.RightDown: Press(PointerButton.Right, l); return true;
            case Win32Event.RightUp: Release(PointerButton.Right, l); return true;
            case Win32Event.MiddleDown: Press(PointerButton.Middle, l); return true;
            case Win32Event.MiddleUp: Release(PointerButton.Middle, l); return true;
            case Win32Event.ExtraDown: Press(Extra(w), l); answer = 1; return true;
            case Win32Event.ExtraUp: Release(Extra(w), l); answer = 1; return true;
            case Win32Event.Wheel: AddPointer(InputKind.Wheel, wheelY: High(w) / WheelNotch); return true;
            case Win32Event.HorizontalWheel: AddPointer(InputKind.Wheel, wheelX: -High(w) / WheelNotch); return true;
            case Win32Event.PointerMove or Win32Event.PointerDown or Win32Event.PointerUp or Win32Event.PointerGone or Win32Event.PointerCaptureChanged: return TakePen(message, w, l);
            case Win32Event.MouseLeave: _isInside = false; Add(InputKind.PointerLeave); return true;
            case Win32Event.KeyDown or Win32Event.SystemKeyDown: KeyDown(w, l); return false;
            case Win32Event.KeyUp or Win32Event.SystemKeyUp: KeyUp(w, l); return false;
            case Win32Event.Character: Type((char)w); return true;
            case Win32Event.SystemCharacter: return true;
            case Win32Event.UnicodeCharacter: answer = 1; return true;
            case Win32Event.SystemCommand: return IsUnwanted(w);
            case Win32Event.DropFiles: Drop((nint)w); return true;
            case Win32Event.GotFocus: Add(InputKind.FocusGained); return true;
            case Win32Event.LostFocus: LoseFocus(); return true;
            case Win32Event.Size: _isResized = true; Add(InputKind.Resize); return true;
            case Win32Event.DotsPerInchChanged: TakeSuggestedPlace((Win32Rect*)l); return true;
            case Win32Event.GetLimits when Smallest is { } smallest: ((Win32Limits*)l)->Smallest = smallest(); return true;
            case Win32Event.Paint: _ = Win32.ValidateRect(window, 0); Add(InputKind.Refresh); return true;
            case Win32Event.EraseBackground: answer = 1; return true;
            case Win32Event.SetCursor when Low(l) == ClientArea: _ = Win32.SetCursor(Cursor); answer = 1; return true;
            case Win32Event.PenGestures: answer = NoPenGestures; return true;
            case Win32Event.Close: Add(InputKind.CloseRequest); return true;
            case Win32Event.EndSession when w != 0: SessionEnds?.Invoke(); return true;
            default: return message == Win32Event.Wake;
        }
    }

    private const int ClientArea = 1;

    /// <summary>Neither press-and-hold, nor feedback, nor flicks: a pen's stroke begins where it touches.</summary>
    private const nint NoPenGestures = 0x1 | 0x8 | 0x10 | 0x10000;

    private static short Low(nint value) => unchecked((short)value);

    private static short High(nint value) => unchecked((short)(value >> 16));

    private static short High(nuint value) => unchecked((short)(value >> 16));

    private static PointerButton Extra(nuint w) => High(w) == 1 ? PointerButton.Back : PointerButton.Forward;

    /// <summary>A lone Alt would open a menu that there is none of; a full screen is looked at, so nothing may darken it.</summary>
    private bool IsUnwanted(nuint command)
    {
        const nuint kind = 0xFFF0;
        const nuint keyMenu = 0xF100;
        const nuint screenSaver = 0xF140;
        const nuint monitorPower = 0xF170;
        return (command & kind) == keyMenu || (IsFullScreen && (command & kind) is screenSaver or monitorPower);
    }

    private void Add(InputKind kind) => _queue.Add(new InputEvent { Kind = kind, Ticks = Stopwatch.GetTimestamp(), Modifiers = Win32Keys.Modifiers });

    private void AddPointer(InputKind kind, PointerButton button = default, double wheelX = 0, double wheelY = 0, PenState? pen = null) => _queue.Add(new InputEvent
    {
        Kind = kind, Ticks = Stopwatch.GetTimestamp(), X = _pointer.X, Y = _pointer.Y, Button = button, WheelX = wheelX, WheelY = wheelY, Pen = pen, Modifiers = Win32Keys.Modifiers,
    });

    /// <summary>These messages count in pixels of the desktop.</summary>
    private bool TakePen(Win32Event message, nuint w, nint l)
    {
        const nuint number = 0xFFFF;
        Win32PenInfo? info = Win32.GetPointerPenInfo((uint)(w & number), out var pen) != 0 ? pen : null;
        if (_pen.Take(message, info) is not var (kind, state))
        {
            return false;
        }

        var place = new Win32Point { X = Low(l), Y = High(l) };
        if (message is not (Win32Event.PointerGone or Win32Event.PointerCaptureChanged) && Win32.ScreenToClient(window, ref place) != 0)
        {
            _pointer = new(place.X, place.Y);
        }

        AddPointer(kind, PointerButton.Left, pen: state);
        return true;
    }

    private void Move(nint place)
    {
        _pointer = new(Low(place), High(place));
        if (!_isInside)
        {
            const uint leave = 2;
            var tracking = new Win32MouseTracking { Size = (uint)sizeof(Win32MouseTracking), Flags = leave, Window = window };
            _isInside = Win32.TrackMouseEvent(ref tracking) != 0;
        }

        AddPointer(InputKind.PointerMove);
    }

    /// <summary>A stroke that leaves the window goes on there.</summary>
    private void Press(PointerButton button, nint place)
    {
        _ = Win32.SetCapture(window);
        _buttons.Add(button);
        _pointer = new(Low(place), High(place));
        AddPointer(InputKind.PointerDown, button);
    }

    private void Release(PointerButton button, nint place)
    {
        _pointer = new(Low(place), High(place));
        if (_buttons.Remove(button))
        {
            AddPointer(InputKind.PointerUp, button);
        }

        if (_buttons.Count == 0)
        {
            _ = Win32.ReleaseCapture();
        }
    }

    private void KeyDown(nuint virtualKey, nint facts)
    {
        const nint wasDown = 1 << 30;
        var key = Meaning(Win32Keys.Place(virtualKey, facts));
        _keys.Add(key);
        AddKey(InputKind.KeyDown, key, (facts & wasDown) != 0);
    }

    private void KeyUp(nuint virtualKey, nint facts)
    {
        var key = Meaning(Win32Keys.Place(virtualKey, facts));
        _keys.Remove(key);
        AddKey(InputKind.KeyUp, key);
    }

    /// <summary>With AltGr held a key only types: AltGr+9 is a bracket, not the shortcut 9.</summary>
    private static Key Meaning(Key key) => key is > Key.Space and < Key.Escape && Win32Keys.IsThirdLevel ? Key.Unknown : key;

    private void AddKey(InputKind kind, Key key, bool isRepeat = false) =>
        _queue.Add(new InputEvent { Kind = kind, Ticks = Stopwatch.GetTimestamp(), Key = key, Modifiers = Win32Keys.Modifiers, IsRepeat = isRepeat });

    /// <summary>One unit of UTF-16, from the keyboard or from an input method.</summary>
    private void Type(char unit)
    {
        if (char.IsHighSurrogate(unit))
        {
            _highSurrogate = unit;
            return;
        }

        if ((char.IsLowSurrogate(unit) ? Rune.TryCreate(_highSurrogate, unit, out var character) : Rune.TryCreate(unit, out character)) && !Rune.IsControl(character))
        {
            _queue.Add(new InputEvent { Kind = InputKind.Text, Ticks = Stopwatch.GetTimestamp(), Character = character, Modifiers = Win32Keys.Modifiers });
        }

        _highSurrogate = '\0';
    }

    private void Drop(nint drop)
    {
        const uint count = 0xFFFFFFFF;
        _ = Win32.DragQueryPoint(drop, out var at);
        for (var i = 0u; i < Win32.DragQueryFile(drop, count, null, 0); i++)
        {
            var path = new char[Win32.DragQueryFile(drop, i, null, 0) + 1];
            fixed (char* characters = path)
            {
                _ = Win32.DragQueryFile(drop, i, characters, (uint)path.Length);
            }

            _queue.Add(new InputEvent { Kind = InputKind.FileDrop, Ticks = Stopwatch.GetTimestamp(), X = at.X, Y = at.Y, Path = new string(path, 0, path.Length - 1) });
        }

        Win32.DragFinish(drop);
    }

    /// <summary>What is let go elsewhere is not reported here.</summary>
    private void LoseFocus()
    {
        foreach (var button in _buttons)
        {
            AddPointer(InputKind.PointerUp, button);
        }

        foreach (var key in _keys)
        {
            AddKey(InputKind.KeyUp, key);
        }

        _buttons.Clear();
        _keys.Clear();
        _ = Win32.ReleaseCapture();
        Add(InputKind.FocusLost);
    }

    /// <summary>The window was moved to a finer or coarser monitor.</summary>
    private void TakeSuggestedPlace(Win32Rect* place)
    {
        const uint keepOrderAndFocus = 0x4 | 0x10;
        _ = Win32.SetWindowPos(window, 0, place->Left, place->Top, place->Width, place->Height, keepOrderAndFocus);
        Add(InputKind.Resize);
    }
}
