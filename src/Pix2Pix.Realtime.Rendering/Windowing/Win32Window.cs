using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A window by Windows itself, with its OpenGL by WGL. Its own units are pixels.</summary>
internal sealed unsafe class Win32Window : IWindow
{
    private const uint Overlapped = 0x00CF0000;
    private const uint ClipChildrenAndSiblings = 0x02000000 | 0x04000000;
    private const uint Windowed = Overlapped | ClipChildrenAndSiblings;
    private const uint Borderless = 0x80000000 | ClipChildrenAndSiblings;
    private const uint Visible = 0x10000000;
    private const int StyleIndex = -16;
    private const int Show = 5;
    private const int Minimised = 6;
    private const int Restored = 9;
    private const uint NoSize = 0x1;
    private const uint NoMove = 0x2;
    private const uint NoOrder = 0x4;
    private const uint NoActivate = 0x10;
    private const uint FrameChanged = 0x20;
    private const float UsualDotsPerInch = 96;

    private readonly nint _window;
    private readonly Win32Input _input;
    private readonly WglGlContext _context;
    private readonly ResetStatus _reset;
    private GCHandle _connection;
    private Win32Placement _windowed;

    /// <summary>Opens the window and makes its context current.</summary>
    /// <exception cref="UserException">No desktop, or no OpenGL 3.3.</exception>
    public Win32Window(WindowOptions options)
    {
        _window = Win32WindowClass.Create(options.Title, Windowed);
        _input = new Win32Input(_window);
        _connection = Win32WindowClass.Connect(_window, _input);
        try
        {
            _context = new WglGlContext(_window, options.IsDebug);
        }
        catch
        {
            _ = Win32.DestroyWindow(_window);
            _connection.Free();
            throw;
        }

        Gl = GL.GetApi(_context);
        _reset = new ResetStatus(_context);
        _context.SwapInterval(1);
        Resize(new PixelSize((int)(options.Size.Width * ContentScale), (int)(options.Size.Height * ContentScale)));
        if (!options.MinimumSize.IsEmpty)
        {
            _input.Smallest = () => IsFullScreen ? default : Outer(options.MinimumSize);
        }

        Win32.DragAcceptFiles(_window, 1);
        if (options.IsVisible)
        {
            _ = Win32.ShowWindow(_window, Show);
        }
    }

    public GL Gl { get; }

    public uint FramebufferName => 0;

    public bool IsLost => _reset.IsLost;

    public PixelSize FramebufferSize => WindowSize;

    public PixelSize WindowSize => Win32.GetClientRect(_window, out var rect) == 0 || Win32.IsIconic(_window) != 0 ? default : new PixelSize(rect.Width, rect.Height);

    public float ContentScale => Win32.GetDpiForWindow(_window) / UsualDotsPerInch;

    public PointerPosition Pointer => _input.Pointer;

    public bool IsMinimised => WindowSize.IsEmpty;

    public bool IsFocused => Win32.GetForegroundWindow() == _window;

    public bool IsFullScreen => _input.IsFullScreen;

    public IReadOnlyList<MonitorInfo> Monitors => Win32Monitors.List();

    public string Title
    {
        set => _ = Win32.SetWindowText(_window, value);
    }

    public CursorShape Cursor
    {
        get;
        set
        {
            if (field == value)
            {
                return;
            }

            field = value;
            _input.Cursor = Win32Cursors.Load(value);
            if (Win32.GetCursorPos(out var point) != 0 && Win32.WindowFromPoint(point) == _window)
            {
                _ = Win32.SetCursor(_input.Cursor);
            }
        }
    }

    /// <summary>The clipboard stays as it is where another program keeps it open.</summary>
    public string Text
    {
        get => Win32Clipboard.GetText(_window);
        set => _ = Win32Clipboard.TrySetText(_window, value);
    }

    public ReadOnlySpan<InputEvent> Events => _input.Events;

    public void WaitEvents(TimeSpan timeout)
    {
        const uint endless = 0xFFFFFFFF;
        const uint anyInput = 0x04FF;
        const uint alsoWhatIsThere = 4;
        const uint remove = 1;
        _input.Clear();
        if (timeout != TimeSpan.Zero && _input.Events.IsEmpty)
        {
            var milliseconds = timeout == Timeout.InfiniteTimeSpan ? endless : (uint)Math.Ceiling(Math.Clamp(timeout.TotalMilliseconds, 0, int.MaxValue));
            _ = Win32.MsgWaitForMultipleObjectsEx(0, null, milliseconds, anyInput, alsoWhatIsThere);
        }

        while (Win32.PeekMessage(out var message, 0, 0, 0, remove) != 0)
        {
            _ = Win32.TranslateMessage(message);
            _ = Win32.DispatchMessage(message);
        }
    }

    public void Wake() => _ = Win32.PostMessage(_window, (uint)Win32Event.Wake, 0, 0);

    public void SwapBuffers()
    {
        _context.SwapBuffers();
        _input.AfterSwap();
    }

    public void SetFullScreen(int? monitor)
    {
        if (monitor is { } index)
        {
            var place = Win32Monitors.Place(index);
            if (!IsFullScreen)
            {
                _windowed.Length = (uint)sizeof(Win32Placement);
                _ = Win32.GetWindowPlacement(_window, ref _windowed);
            }

            _input.IsFullScreen = true;
            _ = Win32.SetWindowLong(_window, StyleIndex, unchecked((nint)(Borderless | Visible)));
            _ = Win32.SetWindowPos(_window, 0, place.Left, place.Top, place.Width, place.Height, FrameChanged);
        }
        else if (IsFullScreen)
        {
            _input.IsFullScreen = false;
            _ = Win32.SetWindowLong(_window, StyleIndex, unchecked((nint)(Windowed | Visible)));
            _ = Win32.SetWindowPlacement(_window, _windowed);
            _ = Win32.SetWindowPos(_window, 0, 0, 0, 0, 0, NoMove | NoSize | NoOrder | FrameChanged);
        }
    }

    public void Resize(PixelSize windowSize)
    {
        var outer = Outer(windowSize);
        _ = Win32.SetWindowPos(_window, 0, 0, 0, outer.X, outer.Y, NoMove | NoOrder | NoActivate);
    }

    public void Minimise() => _ = Win32.ShowWindow(_window, Minimised);

    public void Restore() => _ = Win32.ShowWindow(_window, Restored);

    /// <summary>Here: when the user signs out or the machine shuts down.</summary>
    public void WhenDisplayIsLost(Action? lost) => _input.SessionEnds = lost;

    public void Dispose()
    {
        Gl.Dispose();
        _context.Dispose();
        _ = Win32.DestroyWindow(_window);
        _connection.Free();
    }

    /// <summary>The size with frame and title bar.</summary>
    private Win32Point Outer(PixelSize inner)
    {
        var rect = new Win32Rect { Right = inner.Width, Bottom = inner.Height };
        const int noMenu = 0;
        _ = Win32.AdjustWindowRectExForDpi(ref rect, Windowed, noMenu, 0, Win32.GetDpiForWindow(_window));
        return new Win32Point { X = rect.Width, Y = rect.Height };
    }
}
