using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// A window with its OpenGL context and its input. Thread contract: the thread that opened it, the main thread, except <see cref="Wake"/>.
/// Every coordinate is in framebuffer pixels from the top left, whatever unit the system's cursor uses.
/// </summary>
internal interface IWindow : IGraphicsContext, IClipboard
{
    /// <summary>The window's inner size in the system's own units, which need not be pixels.</summary>
    PixelSize WindowSize { get; }

    /// <summary>How large texts and controls should be: 1 = 96 dots per inch. It says nothing about coordinates.</summary>
    float ContentScale { get; }

    /// <summary>Where the pointer is, in pixels; it may lie outside the window.</summary>
    PointerPosition Pointer { get; }

    /// <summary>Whether nothing of it can be seen, so that nothing need be drawn.</summary>
    bool IsMinimised { get; }

    bool IsFocused { get; }

    bool IsFullScreen { get; }

    /// <summary>The monitors of the system, the primary one first.</summary>
    IReadOnlyList<MonitorInfo> Monitors { get; }

    string Title { set; }

    CursorShape Cursor { get; set; }

    /// <summary>The keyboard's letters, as they are now.</summary>
    KeyLayout Keyboard => KeyLayout.Us;

    /// <summary>Where its inner part lies on the desktop, in the system's own units; where the system does not say, 0, 0.</summary>
    PixelRect Place => new(0, 0, WindowSize.Width, WindowSize.Height);

    /// <summary>The input that the last <see cref="WaitEvents"/> brought, in order. The memory is reused by the next call.</summary>
    ReadOnlySpan<InputEvent> Events { get; }

    /// <summary>Sleeps until the system has something, <see cref="Wake"/> is called or the time is over, then fills <see cref="Events"/>.</summary>
    /// <param name="timeout">Zero = don't sleep; <see cref="Timeout.InfiniteTimeSpan"/> = as long as it takes.</param>
    void WaitEvents(TimeSpan timeout);

    /// <summary>Any thread: ends the running or the next <see cref="WaitEvents"/>.</summary>
    void Wake();

    /// <summary>Fills a whole monitor, or gives it back and returns to the former place and size.</summary>
    /// <param name="monitor">Index in <see cref="Monitors"/>; null = a window again.</param>
    void SetFullScreen(int? monitor);

    void Resize(PixelSize windowSize);

    void Minimise();

    void Restore();

    /// <summary>Sets what is called when the display goes away and ends the program: the last chance to save something. Main thread.</summary>
    void WhenDisplayIsLost(Action? lost);
}
