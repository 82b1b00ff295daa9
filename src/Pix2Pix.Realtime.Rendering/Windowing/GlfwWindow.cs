using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A window by GLFW 3.3, with OpenGL 4.3 where the driver has it and 3.3 otherwise.</summary>
internal sealed class GlfwWindow : IWindow
{
    private static readonly (int Major, int Minor)[] Versions = [(4, 3), (3, 3)];

    private readonly nint _window;
    private readonly GlfwInput _input;
    private readonly GlfwGlContext _context;
    private readonly ResetStatus _reset;
    private readonly nint[] _cursors = new nint[Enum.GetValues<CursorShape>().Length];
    private PixelRect _windowed;

    /// <summary>Opens the window and makes its context current.</summary>
    /// <exception cref="UserException">No GLFW, no display, or no OpenGL 3.3.</exception>
    public GlfwWindow(WindowOptions options)
    {
        DriverCache.RequireRoom();
        GlfwLibrary.Enter();
        try
        {
            _window = Create(options);
        }
        catch
        {
            GlfwLibrary.Leave();
            throw;
        }

        _input = new GlfwInput(_window);
        _context = new GlfwGlContext(_window);
        _context.MakeCurrent();
        Gl = GL.GetApi(_context);
        _reset = new ResetStatus(_context);
        _context.SwapInterval(1);
        if (!options.MinimumSize.IsEmpty)
        {
            const int anySize = -1;
            Glfw.SetWindowSizeLimits(_window, options.MinimumSize.Width, options.MinimumSize.Height, anySize, anySize);
        }

        if (options.Place is { } place && GlfwMonitors.Holds(place.X, place.Y))
        {
            Glfw.SetWindowPos(_window, place.X, place.Y);
        }
    }

    public GL Gl { get; }

    public uint FramebufferName => 0;

    public bool IsLost => _reset.IsLost;

    public PixelSize FramebufferSize
    {
        get
        {
            Glfw.GetFramebufferSize(_window, out var width, out var height);
            return new PixelSize(width, height);
        }
    }

    public PixelSize WindowSize
    {
        get
        {
            Glfw.GetWindowSize(_window, out var width, out var height);
            return new PixelSize(width, height);
        }
    }

    public float ContentScale
    {
        get
        {
            Glfw.GetWindowContentScale(_window, out var x, out _);
            return x;
        }
    }

    public PointerPosition Pointer => _input.Pointer;

    public bool IsMinimised => Glfw.GetWindowAttrib(_window, Glfw.Iconified) == Glfw.True || FramebufferSize.IsEmpty;

    public bool IsFocused => Glfw.GetWindowAttrib(_window, Glfw.Focused) == Glfw.True;

    public bool IsFullScreen { get; private set; }

    public IReadOnlyList<MonitorInfo> Monitors => GlfwMonitors.List();

    public string Title
    {
        set => Glfw.SetWindowTitle(_window, value);
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
            Glfw.SetInputMode(_window, Glfw.CursorMode, value == CursorShape.Hidden ? Glfw.CursorHidden : Glfw.CursorNormal);
            if (value != CursorShape.Hidden)
            {
                Glfw.SetCursor(_window, CursorFor(value));
            }
        }
    }

    public unsafe string Text
    {
        get => Marshal.PtrToStringUTF8((nint)Glfw.GetClipboardString(_window)) ?? "";
        set => Glfw.SetClipboardString(_window, value);
    }

    public ReadOnlySpan<InputEvent> Events => _input.Events;

    public KeyLayout Keyboard => _input.Keyboard;

    public PixelRect Place
    {
        get
        {
            if (IsFullScreen)
            {
                return _windowed;
            }

            Glfw.GetWindowPos(_window, out var x, out var y);
            return new PixelRect(x, y, WindowSize.Width, WindowSize.Height);
        }
    }

    public void WaitEvents(TimeSpan timeout)
    {
        _input.Clear();
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            Glfw.WaitEvents();
        }
        else if (timeout <= TimeSpan.Zero)
        {
            Glfw.PollEvents();
        }
        else
        {
            Glfw.WaitEventsTimeout(timeout.TotalSeconds);
        }

        // The program decides when it ends: GLFW's own flag would outlive an answered "really quit?".
        Glfw.SetWindowShouldClose(_window, 0);
    }

    public void Wake() => Glfw.PostEmptyEvent();

    public void SwapBuffers()
    {
        _context.SwapBuffers();
        _input.AfterSwap();
    }

    public void SetFullScreen(int? monitor)
    {
        if (monitor is { } index)
        {
            if (!IsFullScreen)
            {
                Glfw.GetWindowPos(_window, out var x, out var y);
                _windowed = new PixelRect(x, y, WindowSize.Width, WindowSize.Height);
            }

            GlfwMonitors.Fill(_window, index);
            IsFullScreen = true;
        }
        else if (IsFullScreen)
        {
            Glfw.SetWindowMonitor(_window, 0, _windowed.X, _windowed.Y, _windowed.Width, _windowed.Height, 0);
            IsFullScreen = false;
        }

        // Some systems forget the interval when the window changes its monitor.
        _context.SwapInterval(1);
    }

    public void Resize(PixelSize windowSize) => Glfw.SetWindowSize(_window, windowSize.Width, windowSize.Height);

    public void Minimise() => Glfw.IconifyWindow(_window);

    public void Restore() => Glfw.RestoreWindow(_window);

    public void WhenDisplayIsLost(Action? lost) => XServer.WhenLost(lost);

    public void Dispose()
    {
        XServer.WhenLost(null);
        Gl.Dispose();
        _context.Clear();
        Glfw.DestroyWindow(_window);
        _input.Dispose();
        GlfwLibrary.Leave();
    }

    private static nint Create(WindowOptions options)
    {
        foreach (var (major, minor) in Versions)
        {
            Glfw.DefaultWindowHints();
            Glfw.WindowHint(Glfw.ContextVersionMajor, major);
            Glfw.WindowHint(Glfw.ContextVersionMinor, minor);
            Glfw.WindowHint(Glfw.OpenGlProfile, Glfw.OpenGlCoreProfile);
            Glfw.WindowHint(Glfw.OpenGlForwardCompatible, Glfw.True);

            // Where the driver can say that it reset the GPU, it should; GLFW leaves the wish out where it can't.
            Glfw.WindowHint(Glfw.ContextRobustness, Glfw.LoseContextOnReset);
            Glfw.WindowHint(Glfw.OpenGlDebugContext, options.IsDebug ? 1 : 0);
            Glfw.WindowHint(Glfw.Visible, options.IsVisible ? 1 : 0);
            Glfw.WindowHint(Glfw.ScaleToMonitor, Glfw.True);
            Glfw.WindowHint(Glfw.DepthBits, 0);
            Glfw.WindowHint(Glfw.StencilBits, 0);
            var window = Glfw.CreateWindow(options.Size.Width, options.Size.Height, options.Title, 0, 0);
            if (window != 0)
            {
                return window;
            }
        }

        throw new UserException(
            $"Expected a graphics driver with OpenGL 3.3 or newer, found less ({GlfwLibrary.LastError()}); update the driver, or run headless.");
    }

    private nint CursorFor(CursorShape shape)
    {
        ref var cursor = ref _cursors[(int)shape];
        return cursor != 0 ? cursor : cursor = Glfw.CreateStandardCursor(Glfw.StandardCursor + 1 + (int)shape);
    }
}
