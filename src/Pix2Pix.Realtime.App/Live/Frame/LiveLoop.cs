using System.Diagnostics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>
/// The one frame loop, with and without a window: it sleeps until input, a translation or a due time wakes it, lets the scene act, and
/// draws only when something looks different, at most at the display's rate. Main thread.
/// </summary>
internal sealed class LiveLoop : IDisposable
{
    private const int UsualRefreshRate = 60;

    /// <summary>A swap that waits for the display returns a little late; a whole period after it would miss every second picture.</summary>
    private const double PeriodShare = 0.75;

    private readonly LiveContext _live;
    private readonly Scene _scene;
    private readonly Action<FrameTime>? _shell;
    private readonly PanelPass _panel;
    private readonly RetainedScreen _screen;
    private readonly double _period;
    private double _lastSwap = double.NegativeInfinity;
    private double _lastSeconds;
    private double _longestPass;
    private long _pixelsLogged;
    private long _frame;
    private WorkspaceLook _look;
    private bool _wasLaidOut;

    /// <param name="live">Stays its owner's.</param>
    /// <param name="scene">Stays its owner's.</param>
    /// <param name="shell">Declares once a frame what belongs to the window whatever the scene, over all else.</param>
    public LiveLoop(LiveContext live, Scene scene, Action<FrameTime>? shell = null)
    {
        (_live, _scene, _shell) = (live, scene, shell);
        _panel = new PanelPass(live.Device);
        _screen = new RetainedScreen(live.Device, live.Context);
        var rate = live.Window?.Monitors is [var monitor, ..] && monitor.RefreshRate > 0 ? monitor.RefreshRate : UsualRefreshRate;
        _period = live.Pump.IsStepped ? 0 : PeriodShare / rate;
    }

    /// <summary>Pictures presented so far.</summary>
    public long Presented { get; private set; }

    /// <summary>Pixels that were redrawn for them.</summary>
    public long PixelsDrawn { get; private set; }

    /// <summary>When the next picture may be drawn, in the pump's seconds.</summary>
    private double NextPicture => Math.Max(_lastSwap + _period, _live.Frames.HeldUntil);

    /// <summary>Runs until the user or the frame count ends it.</summary>
    public void Run()
    {
        while (!_live.Quit.IsOver)
        {
            Step();
        }
    }

    /// <summary>Sleeps until there is something to do, then does it.</summary>
    public void Step()
    {
        Sleep();
        Frame();
    }

    /// <summary>Sleeps until there is input, a translation, or something due.</summary>
    public void Sleep() => _live.Pump.Wait(TimeToSleep());

    /// <summary>One pass: input, scene, and the picture if it is due.</summary>
    public void Frame()
    {
        var start = Stopwatch.GetTimestamp();
        var isPresented = Pass();
        _longestPass = Math.Max(_longestPass, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (isPresented)
        {
            LogSwap();
        }
    }

    /// <returns>Whether a picture was presented.</returns>
    private bool Pass()
    {
        var seconds = _live.Pump.Seconds;
        var time = new FrameTime(_frame++, seconds, seconds - _lastSeconds);
        _lastSeconds = seconds;
        _live.Frames.BeginFrame();
        LookAtWindow();
        var size = _live.Context.FramebufferSize;
        _live.Device.BeginFrame();
        _live.Workspace.Arrange(size, _live.Scale);
        _live.Ui.Keyboard = _live.Window?.Keyboard ?? KeyLayout.Us;
        _live.Ui.BeginFrame(size, _live.Scale, _live.Pump.Events, TimeSpan.FromSeconds(seconds));
        _scene.Update(time);
        _shell?.Invoke(time);
        if (_live.Ui.EndFrame())
        {
            var changes = _live.Ui.Raster.Changes;
            for (var i = 0; i < changes.Count; i++)
            {
                _live.Frames.RequestDraw(changes[i]);
            }
        }

        LogReleases();
        foreach (var drawn in _live.Drawn)
        {
            if (drawn is not Behaviour { Enabled: false })
            {
                drawn.Paint(time);
            }
        }

        _scene.LateUpdate(time);
        foreach (var drawn in _live.Drawn)
        {
            drawn.Advance();
        }

        if (!LookAtWorkspace(size) || _live.Frames.Damage.IsEmpty || size.IsEmpty || _live.Window is { IsMinimised: true } || seconds < NextPicture)
        {
            return false;
        }

        Present(seconds);
        return true;
    }

    /// <summary>Reads the picture that was drawn last; headless only, where it stays.</summary>
    public PixelImage Screenshot() => Rendering.Graphics.Screenshot.Read(_live.Device, _screen.Target);

    public void Dispose()
    {
        _screen.Dispose();
        _panel.Dispose();
    }

    private TimeSpan TimeToSleep()
    {
        if (_live.Window is { IsMinimised: true })
        {
            return Timeout.InfiniteTimeSpan;
        }

        var due = _live.Frames.Damage.IsEmpty ? double.PositiveInfinity : NextPicture;
        if (_live.Ui.WakeAfter is { } wake)
        {
            due = Math.Min(due, _lastSeconds + wake.TotalSeconds);
        }

        due = Math.Min(due, _live.Frames.NextDue);
        return double.IsPositiveInfinity(due) ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(Math.Max(due - _live.Pump.Seconds, 0));
    }

    private void LookAtWindow()
    {
        foreach (ref readonly var input in _live.Pump.Events)
        {
            if (input.Kind is InputKind.Resize or InputKind.Refresh)
            {
                _live.Frames.RequestDraw();
                _wasLaidOut = false;
            }
            else if (input.Kind == InputKind.CloseRequest)
            {
                _live.Quit.Quit();
            }
        }
    }

    /// <summary>Says which buttons and keys came up, after what was done about it was said: a reader of the log then knows that there is no more to come.</summary>
    private void LogReleases()
    {
        if (!_live.Log.IsOn)
        {
            return;
        }

        foreach (ref readonly var input in _live.Pump.Events)
        {
            if (input.Kind is InputKind.PointerUp or InputKind.KeyUp)
            {
                _live.Log.Write("released", new { what = input.Kind == InputKind.PointerUp ? $"{input.Button}" : $"{input.Key}" });
            }
        }
    }

    /// <summary>A new view of the pictures is drawn whole. New areas are first given to the panel, which was declared for the old ones.</summary>
    /// <returns>Whether the panel is declared for the areas as they are.</returns>
    private bool LookAtWorkspace(PixelSize size)
    {
        var areas = _live.Workspace.Look.Areas;
        _live.Workspace.Arrange(size, _live.Scale);
        var look = _live.Workspace.Look;
        if (_look != look)
        {
            _look = look;
            _live.Frames.RequestDraw();
        }

        if (areas == look.Areas)
        {
            return true;
        }

        _live.Frames.WakeAt(_lastSeconds);
        return false;
    }

    private void Present(double seconds)
    {
        if (_screen.Begin())
        {
            _live.Frames.RequestDraw();
        }

        foreach (var part in _live.Frames.Damage.Parts(_screen.Target.Size))
        {
            Draw(_screen.Target with { Clip = part });
            PixelsDrawn += (long)part.Width * part.Height;
        }

        _live.Frames.HasDrawn();
        _screen.Show();
        _live.Context.SwapBuffers();
        _live.Device.Gl.Finish();
        var photon = Stopwatch.GetTimestamp();
        _lastSwap = seconds;
        Presented++;
        LogLayout();
        foreach (var drawn in _live.Drawn)
        {
            drawn.Shown(photon);
        }
    }

    /// <summary>Says what the picture cost: the longest pass since the one before, what lives on the GPU, and what the runtime's heap holds.</summary>
    private void LogSwap()
    {
        if (_live.Log.IsOn)
        {
            _live.Log.Write("swap", new
            {
                frame = Presented, readbacks = _live.Device.Readbacks, pixels = PixelsDrawn - _pixelsLogged,
                longest = Math.Round(_longestPass, 2), objects = _live.Device.LiveObjects, managed = GC.GetTotalMemory(forceFullCollection: false),
            });
        }

        (_longestPass, _pixelsLogged) = (0, PixelsDrawn);
    }

    private void Draw(RenderTarget target)
    {
        var surround = Theme.Surround;
        _live.Device.Clear(target, surround.R / 255f, surround.G / 255f, surround.B / 255f);
        foreach (var drawn in _live.Drawn)
        {
            if (drawn is not Behaviour { Enabled: false })
            {
                drawn.Draw(target);
            }
        }

        _panel.Draw(target, _live.Ui.Raster);
    }

    /// <summary>Says where everything is, before what is shown there is logged: a reader of the log needs the places first.</summary>
    private void LogLayout()
    {
        if (_live.Log.IsOn && !_wasLaidOut)
        {
            _wasLaidOut = true;
            var (work, size) = (_live.Workspace, _live.Context.FramebufferSize);
            _live.Log.Write("layout", new
            {
                size = Numbers(new PixelRect(size)), scale = _live.Scale, canvas = Numbers(work.Canvas), translation = Numbers(work.Translation),
                picture = new { x = work.CanvasView.Origin.X, y = work.CanvasView.Origin.Y, scale = work.CanvasView.Scale },
            });
        }
    }

    private static int[] Numbers(PixelRect rect) => [rect.X, rect.Y, rect.Width, rect.Height];
}
