using System.Diagnostics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
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

    private readonly LiveContext _stage;
    private readonly Scene _scene;
    private readonly PanelPass _panel;
    private readonly RetainedScreen _screen;
    private readonly double _period;
    private double _lastSwap = double.NegativeInfinity;
    private double _lastSeconds;
    private long _frame;
    private WorkspaceLook _look;
    private bool _wasLaidOut;

    /// <param name="stage">Stays its owner's.</param>
    /// <param name="scene">Stays its owner's.</param>
    public LiveLoop(LiveContext stage, Scene scene)
    {
        _stage = stage;
        _scene = scene;
        _panel = new PanelPass(stage.Device);
        _screen = new RetainedScreen(stage.Device, stage.Context);
        var rate = stage.Window?.Monitors is [var monitor, ..] && monitor.RefreshRate > 0 ? monitor.RefreshRate : UsualRefreshRate;
        _period = stage.Pump.IsStepped ? 0 : PeriodShare / rate;
    }

    /// <summary>Pictures presented so far.</summary>
    public long Presented { get; private set; }

    /// <summary>Pixels that were drawn anew for them.</summary>
    public long PixelsDrawn { get; private set; }

    /// <summary>When the next picture may be drawn, in the pump's seconds.</summary>
    private double NextPicture => Math.Max(_lastSwap + _period, _stage.HeldUntil);

    /// <summary>Runs until the person or the frame count ends it.</summary>
    public void Run()
    {
        while (!_stage.IsOver)
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
    public void Sleep() => _stage.Pump.Wait(TimeToSleep());

    /// <summary>One pass: input, scene, and the picture if it is due.</summary>
    public void Frame()
    {
        var seconds = _stage.Pump.Seconds;
        var time = new FrameTime(_frame++, seconds, seconds - _lastSeconds);
        _lastSeconds = seconds;
        _stage.NextDue = double.PositiveInfinity;
        LookAtWindow();
        var size = _stage.Context.FramebufferSize;
        _stage.Device.BeginFrame();
        _stage.Workspace.Arrange(size, _stage.Scale);
        _stage.Ui.BeginFrame(size, _stage.Scale, _stage.Pump.Events, TimeSpan.FromSeconds(seconds));
        _scene.Update(time);
        if (_stage.Ui.EndFrame())
        {
            var changes = _stage.Ui.Raster.Changes;
            for (var i = 0; i < changes.Count; i++)
            {
                _stage.RequestDraw(changes[i]);
            }
        }

        LogReleases();
        foreach (var drawn in _stage.Drawn)
        {
            if (drawn is not Behaviour { Enabled: false })
            {
                drawn.Paint(time);
            }
        }

        _scene.LateUpdate(time);
        foreach (var drawn in _stage.Drawn)
        {
            drawn.Advance();
        }

        if (LookAtWorkspace(size) && !_stage.Damage.IsEmpty && !size.IsEmpty && _stage.Window is not { IsMinimised: true } && seconds >= NextPicture)
        {
            Present(seconds);
        }
    }

    /// <summary>Reads the picture that was drawn last; headless only, where it stays.</summary>
    public PixelImage Screenshot() => Rendering.Graphics.Screenshot.Read(_stage.Device, _screen.Target);

    public void Dispose()
    {
        _screen.Dispose();
        _panel.Dispose();
    }

    private TimeSpan TimeToSleep()
    {
        if (_stage.Window is { IsMinimised: true })
        {
            return Timeout.InfiniteTimeSpan;
        }

        var due = _stage.Damage.IsEmpty ? double.PositiveInfinity : NextPicture;
        if (_stage.Ui.WakeAfter is { } wake)
        {
            due = Math.Min(due, _lastSeconds + wake.TotalSeconds);
        }

        due = Math.Min(due, _stage.NextDue);
        return double.IsPositiveInfinity(due) ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(Math.Max(due - _stage.Pump.Seconds, 0));
    }

    private void LookAtWindow()
    {
        foreach (ref readonly var input in _stage.Pump.Events)
        {
            if (input.Kind is InputKind.Resize or InputKind.Refresh)
            {
                _stage.RequestDraw();
                _wasLaidOut = false;
            }
            else if (input.Kind == InputKind.CloseRequest)
            {
                _stage.Quit();
            }
        }
    }

    /// <summary>Says which buttons and keys came up, after what was done about it was said: a reader of the log then knows that there is no more to come.</summary>
    private void LogReleases()
    {
        if (!_stage.Log.IsOn)
        {
            return;
        }

        foreach (ref readonly var input in _stage.Pump.Events)
        {
            if (input.Kind is InputKind.PointerUp or InputKind.KeyUp)
            {
                _stage.Log.Write("released", new { what = input.Kind == InputKind.PointerUp ? $"{input.Button}" : $"{input.Key}" });
            }
        }
    }

    /// <summary>A new view of the pictures is drawn whole. New areas are first given to the panel, which was declared for the old ones.</summary>
    /// <returns>Whether the panel is declared for the areas as they are.</returns>
    private bool LookAtWorkspace(PixelSize size)
    {
        var areas = _stage.Workspace.Look.Areas;
        _stage.Workspace.Arrange(size, _stage.Scale);
        var look = _stage.Workspace.Look;
        if (_look != look)
        {
            _look = look;
            _stage.RequestDraw();
        }

        if (areas == look.Areas)
        {
            return true;
        }

        _stage.NextDue = _lastSeconds;
        return false;
    }

    private void Present(double seconds)
    {
        if (_screen.Begin())
        {
            _stage.RequestDraw();
        }

        var before = PixelsDrawn;
        foreach (var part in _stage.Damage.Parts(_screen.Target.Size))
        {
            Draw(_screen.Target with { Clip = part });
            PixelsDrawn += (long)part.Width * part.Height;
        }

        _stage.HasDrawn();
        _screen.Show();
        _stage.Context.SwapBuffers();
        _stage.Device.Gl.Finish();
        var photon = Stopwatch.GetTimestamp();
        _lastSwap = seconds;
        Presented++;
        LogLayout();
        foreach (var drawn in _stage.Drawn)
        {
            drawn.Shown(photon);
        }

        if (_stage.Log.IsOn)
        {
            _stage.Log.Write("swap", new { frame = Presented, readbacks = _stage.Device.Readbacks, pixels = PixelsDrawn - before });
        }
    }

    private void Draw(RenderTarget target)
    {
        var surround = Theme.Surround;
        _stage.Device.Clear(target, surround.R / 255f, surround.G / 255f, surround.B / 255f);
        foreach (var drawn in _stage.Drawn)
        {
            if (drawn is not Behaviour { Enabled: false })
            {
                drawn.Draw(target);
            }
        }

        _panel.Draw(target, _stage.Ui.Raster);
    }

    /// <summary>Says where everything is, before what is shown there is said: a reader of the log needs the places first.</summary>
    private void LogLayout()
    {
        if (_stage.Log.IsOn && !_wasLaidOut)
        {
            _wasLaidOut = true;
            var (work, size) = (_stage.Workspace, _stage.Context.FramebufferSize);
            _stage.Log.Write("layout", new
            {
                size = Numbers(new PixelRect(size)), scale = _stage.Scale, canvas = Numbers(work.Canvas), translation = Numbers(work.Translation),
                picture = new { x = work.CanvasView.Origin.X, y = work.CanvasView.Origin.Y, scale = work.CanvasView.Scale },
            });
        }
    }

    private static int[] Numbers(PixelRect rect) => [rect.X, rect.Y, rect.Width, rect.Height];
}
