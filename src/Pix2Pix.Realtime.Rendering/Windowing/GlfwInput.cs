using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Turns one GLFW window's callbacks into <see cref="InputEvent"/>s, stamped with the time of delivery and with the pointer in
/// framebuffer pixels. Lives as long as the window. Thread contract: the window's thread.
/// </summary>
internal sealed unsafe class GlfwInput : IDisposable
{
    private readonly nint _window;
    private readonly InputQueue _queue = new();
    private GCHandle _self;
    private readonly Func<Key, char> _letter;
    private readonly XPen? _pen = XPen.TryOpen();
    private KeyModifiers _modifiers;

    /// <summary>Right Alt is down, and the system does not call it Alt: it reaches a key's third letter.</summary>
    private bool _isThirdLevel;
    private PointerPosition? _moved;
    private bool _isResized;
    private bool _mustRefresh;

    public GlfwInput(nint window)
    {
        _window = window;
        _letter = Letter;
        Keyboard = new KeyLayout(_letter);
        _self = GCHandle.Alloc(this);
        Glfw.SetWindowUserPointer(window, GCHandle.ToIntPtr(_self));
        Glfw.SetCursorPosCallback(window, &OnCursorPos);
        Glfw.SetCursorEnterCallback(window, &OnCursorEnter);
        Glfw.SetMouseButtonCallback(window, &OnMouseButton);
        Glfw.SetScrollCallback(window, &OnScroll);
        Glfw.SetKeyCallback(window, &OnKey);
        Glfw.SetCharCallback(window, &OnChar);
        Glfw.SetDropCallback(window, &OnDrop);
        Glfw.SetWindowFocusCallback(window, &OnFocus);
        Glfw.SetWindowCloseCallback(window, &OnClose);
        Glfw.SetWindowRefreshCallback(window, &OnRefresh);
        Glfw.SetFramebufferSizeCallback(window, &OnFramebufferSize);
        Glfw.SetWindowContentScaleCallback(window, &OnContentScale);
    }

    public ReadOnlySpan<InputEvent> Events => _queue.Events;

    /// <summary>The layout of the key that was pressed last.</summary>
    public KeyLayout Keyboard { get; private set; }

    public PointerPosition Pointer
    {
        get
        {
            Glfw.GetCursorPos(_window, out var x, out var y);
            return ToPixels(x, y);
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

    /// <summary>
    /// A driver may learn a window's new size only at a swap, and the first picture after a resize is then cut at the former size:
    /// so ask for another one.
    /// </summary>
    public void AfterSwap()
    {
        if (_isResized)
        {
            _isResized = false;
            _mustRefresh = true;
            Glfw.PostEmptyEvent();
        }
    }

    public void Dispose()
    {
        _pen?.Dispose();
        _self.Free();
    }

    /// <summary>Where the pointer was when an event happened: the system's own answer may already be ahead of the event.</summary>
    private PointerPosition PointerOfEvent => _moved ?? Pointer;

    /// <summary>The system's cursor counts in window units; everything else here counts in pixels.</summary>
    private PointerPosition ToPixels(double x, double y)
    {
        Glfw.GetWindowSize(_window, out var width, out var height);
        Glfw.GetFramebufferSize(_window, out var pixelWidth, out var pixelHeight);
        return width <= 0 || height <= 0 ? default : new(x * pixelWidth / width, y * pixelHeight / height);
    }

    private void Add(InputKind kind) => _queue.Add(new InputEvent { Kind = kind, Ticks = Stopwatch.GetTimestamp(), Modifiers = _modifiers });

    private void AddPointer(InputKind kind, PointerPosition at, PointerButton button = default, double wheelX = 0, double wheelY = 0)
    {
        _pen?.Update();
        _queue.Add(new InputEvent
        {
            Kind = kind, Ticks = Stopwatch.GetTimestamp(), X = at.X, Y = at.Y, Button = button, WheelX = wheelX, WheelY = wheelY, Pen = _pen?.State, Modifiers = _modifiers,
        });
    }

    private static GlfwInput Of(nint window) => (GlfwInput)GCHandle.FromIntPtr(Glfw.GetWindowUserPointer(window)).Target!;

    [UnmanagedCallersOnly]
    private static void OnCursorPos(nint window, double x, double y)
    {
        var input = Of(window);
        input._moved = input.ToPixels(x, y);
        input.AddPointer(InputKind.PointerMove, input._moved.Value);
    }

    [UnmanagedCallersOnly]
    private static void OnCursorEnter(nint window, int entered)
    {
        if (entered != Glfw.True)
        {
            Of(window).Add(InputKind.PointerLeave);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnMouseButton(nint window, int button, int action, int modifiers)
    {
        var input = Of(window);
        input._modifiers = (KeyModifiers)modifiers;
        input.AddPointer(action == Glfw.Press ? InputKind.PointerDown : InputKind.PointerUp, input.PointerOfEvent, (PointerButton)button);
    }

    [UnmanagedCallersOnly]
    private static void OnScroll(nint window, double x, double y)
    {
        var input = Of(window);
        input.AddPointer(InputKind.Wheel, input.PointerOfEvent, wheelX: x, wheelY: y);
    }

    [UnmanagedCallersOnly]
    private static void OnKey(nint window, int key, int scanCode, int action, int modifiers)
    {
        var (input, place) = (Of(window), (Key)key);
        input._modifiers = Held(place, action, (KeyModifiers)modifiers);
        if (place == Key.RightAlt)
        {
            input._isThirdLevel = action != 0;
        }

        input._queue.Add(new InputEvent
        {
            Kind = action is Glfw.Press or Glfw.Repeat ? InputKind.KeyDown : InputKind.KeyUp,
            Ticks = Stopwatch.GetTimestamp(), Key = input.KeyAt(place), Place = place, Modifiers = input._modifiers, IsRepeat = action == Glfw.Repeat,
        });
    }

    /// <summary>The key at a place. With the third level held it only types: AltGr+9 is a bracket, not the shortcut 9.</summary>
    private Key KeyAt(Key place)
    {
        if (place is <= Key.Space or >= Key.Escape)
        {
            return place;
        }

        if (_isThirdLevel && (_modifiers & KeyModifiers.Alt) == 0)
        {
            return Key.Unknown;
        }

        // A layout may be switched at any time, and GLFW does not say so.
        if (char.ToUpperInvariant(Letter(place)) != Keyboard.Letter(place))
        {
            Keyboard = new KeyLayout(_letter);
        }

        return Keyboard.Of(place);
    }

    /// <summary>What a place types without Shift, the first character of it.</summary>
    private static char Letter(Key place)
    {
        const int scanCodeOfKey = 0;
        var name = Glfw.GetKeyName((int)place, scanCodeOfKey);
        if (name is null)
        {
            return '\0';
        }

        var text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name);
        return Rune.DecodeFromUtf8(text, out var character, out _) == OperationStatus.Done && character.IsBmp ? (char)character.Value : '\0';
    }

    /// <summary>X11 tells the modifiers as they were before the key; a modifier's own event must tell them as they are after it.</summary>
    private static KeyModifiers Held(Key key, int action, KeyModifiers told)
    {
        var own = key switch
        {
            Key.LeftShift or Key.RightShift => KeyModifiers.Shift,
            Key.LeftControl or Key.RightControl => KeyModifiers.Control,
            Key.LeftAlt or Key.RightAlt => KeyModifiers.Alt,
            Key.LeftSuper or Key.RightSuper => KeyModifiers.Super,
            _ => KeyModifiers.None,
        };
        return action == 0 ? told & ~own : told | own;
    }

    [UnmanagedCallersOnly]
    private static void OnChar(nint window, uint codePoint)
    {
        if (Rune.TryCreate(codePoint, out var character))
        {
            var input = Of(window);
            input._queue.Add(new InputEvent { Kind = InputKind.Text, Ticks = Stopwatch.GetTimestamp(), Character = character, Modifiers = input._modifiers });
        }
    }

    [UnmanagedCallersOnly]
    private static void OnDrop(nint window, int count, byte** paths)
    {
        var input = Of(window);
        var at = input.Pointer;
        for (var i = 0; i < count; i++)
        {
            input._queue.Add(new InputEvent
            {
                Kind = InputKind.FileDrop, Ticks = Stopwatch.GetTimestamp(), X = at.X, Y = at.Y, Path = Marshal.PtrToStringUTF8((nint)paths[i]),
            });
        }
    }

    [UnmanagedCallersOnly]
    private static void OnFocus(nint window, int focused)
    {
        var input = Of(window);
        (input._modifiers, input._isThirdLevel) = (KeyModifiers.None, false);
        input.Add(focused == Glfw.True ? InputKind.FocusGained : InputKind.FocusLost);
    }

    [UnmanagedCallersOnly]
    private static void OnClose(nint window) => Of(window).Add(InputKind.CloseRequest);

    [UnmanagedCallersOnly]
    private static void OnRefresh(nint window) => Of(window).Add(InputKind.Refresh);

    [UnmanagedCallersOnly]
    private static void OnFramebufferSize(nint window, int width, int height)
    {
        var input = Of(window);
        input._isResized = true;
        input.Add(InputKind.Resize);
    }

    [UnmanagedCallersOnly]
    private static void OnContentScale(nint window, float x, float y) => Of(window).Add(InputKind.Resize);
}
