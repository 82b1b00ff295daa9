using System.Globalization;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>What the parts of the live program share: the surface, the panel kit, the workspace, the log. Main thread, except <see cref="Tell"/>.</summary>
internal sealed class LiveContext : IDisposable
{
    private readonly List<IRenderable> _drawn = [];
    private bool _keepsDrawing;
    private readonly Dictionary<string, (PixelRect, string)> _places = [];

    /// <param name="context">Current on this thread; stays its owner's.</param>
    /// <param name="pump">Input and time; stays its owner's.</param>
    /// <param name="options">What the person asked for.</param>
    /// <param name="log">Stays its owner's.</param>
    public LiveContext(IGraphicsContext context, IPump pump, LiveOptions options, EventLog log)
    {
        Context = context;
        Pump = pump;
        Options = options;
        Log = log;
        Device = new GraphicsDevice(context, ShaderFolder.Find(), sentence => Tell(ToastKind.Warning, sentence));
        Device.Shaders.Cache = new ProgramCache(Path.Combine(OwnData(), "programs"), Device.Renderer);
        Ui = new Ui(FontSet.Installed(), context as IClipboard ?? new MemoryClipboard());
    }

    public IGraphicsContext Context { get; }

    /// <summary>The window; null when headless.</summary>
    public IWindow? Window => Context as IWindow;

    public IPump Pump { get; }

    public LiveOptions Options { get; }

    public EventLog Log { get; }

    public GraphicsDevice Device { get; }

    public Ui Ui { get; }

    public Workspace Workspace { get; } = new();

    /// <summary>Pixels for one point of the panel.</summary>
    public float Scale => Window?.ContentScale ?? Options.Scale;

    /// <summary>What looks different from what is on the screen.</summary>
    public Damage Damage { get; } = new();

    /// <summary>Whether the program should end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What is drawn, in this order, below the panel.</summary>
    public ReadOnlySpan<IRenderable> Drawn => CollectionsMarshal.AsSpan(_drawn);

    /// <summary>Until when, in the pump's seconds, the next picture waits for a translation that is about to arrive.</summary>
    public double HeldUntil { get; private set; }

    /// <summary>When something will happen without any input, in the pump's seconds; infinity = never. Parts lower it each frame.</summary>
    public double NextDue { get; set; }

    /// <summary>Joins what is drawn; until the stage ends.</summary>
    public void Join(IRenderable drawn) => _drawn.Add(drawn);

    /// <summary>Everything may look different.</summary>
    public void RequestDraw() => Damage.AddAll();

    /// <summary>A part of the screen looks different.</summary>
    /// <param name="part">Pixels; may be empty.</param>
    public void RequestDraw(PixelRect part) => Damage.Add(part);

    /// <summary>A part of what is translated looks different: where it is painted on, and where it lies against the translation.</summary>
    /// <param name="part">Pixels of the label map.</param>
    public void RequestDrawOfInput(PixelRect part)
    {
        RequestDraw(Workspace.CanvasView.ToScreen(part).Intersect(Workspace.Canvas));
        if (Workspace.ShowsInputOverTranslation)
        {
            RequestDrawOfTranslation();
        }
    }

    /// <summary>The translation looks different.</summary>
    public void RequestDrawOfTranslation()
    {
        var picture = new PixelRect(Workspace.Picture);
        RequestDraw(Workspace.TranslationView.ToScreen(picture).Intersect(Workspace.Translation));
        RequestDraw(Workspace.SecondView.ToScreen(picture).Intersect(Workspace.Second));
    }

    /// <summary>Lets the next picture wait, so that paint and its translation are drawn once and together; 0 = no more.</summary>
    public void HoldDraw(double until) => HeldUntil = until;

    /// <summary>Whether the person should be asked before the program ends; null = never.</summary>
    public Func<bool>? QuitGuard { get; set; }

    /// <summary>Whether the person is being asked if they really want to quit.</summary>
    public bool IsAskedToQuit { get; private set; }

    /// <summary>Ends the program, or asks first where something would be interrupted.</summary>
    public void Quit()
    {
        IsAskedToQuit = QuitGuard?.Invoke() == true;
        IsOver = !IsAskedToQuit;
        RequestDraw();
    }

    /// <summary>Any thread: ends the program without asking, as a signal wants it.</summary>
    public void End()
    {
        IsOver = true;
        Pump.Wake();
    }

    /// <summary>What the person said.</summary>
    public void AnswerQuit(bool really) => (IsAskedToQuit, IsOver) = (false, really);

    /// <summary>Any thread: a sentence for the person.</summary>
    public void Tell(ToastKind kind, string sentence)
    {
        Log.Write("notice", new { kind = $"{kind}", sentence });
        Ui.Toasts.Add(sentence, kind);
        Pump.Wake();
    }

    /// <summary>Says of the control that was declared last where it lies and what is written in it, whenever that has changed, and that it was pressed, so that a reader of the log can use it.</summary>
    /// <param name="name">What the log calls it.</param>
    /// <param name="text">What is written in it.</param>
    public void LogPlace(string name, string text = "")
    {
        if (!Log.IsOn)
        {
            return;
        }

        var now = (Ui.LastRect, text);
        if (!_places.TryGetValue(name, out var before) || before != now)
        {
            _places[name] = now;
            Log.Write("control", new { name, x = Ui.LastRect.X + (Ui.LastRect.Width / 2), y = Ui.LastRect.Y + (Ui.LastRect.Height / 2), text });
        }

        if (Ui.LastDid.IsClicked)
        {
            Log.Write("pressed", new { name });
        }
    }

    /// <inheritdoc cref="LogPlace(string, string)"/>
    public void LogPlace(string name, int text)
    {
        if (Log.IsOn)
        {
            LogPlace(name, text.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Runs something that may fail for a reason the person can mend; then the reason is told and the program goes on.</summary>
    public void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            Tell(ToastKind.Fault, fault.Message);
        }
    }

    /// <summary>Something moves by itself: draws, and after that picture another one, at the display's rate.</summary>
    public void KeepDrawing()
    {
        _keepsDrawing = true;
        RequestDraw();
    }

    internal void HasDrawn()
    {
        Damage.Clear();
        if (_keepsDrawing)
        {
            _keepsDrawing = false;
            RequestDraw();
        }
    }

    private static string OwnData() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "pix2pix");

    public void Dispose()
    {
        Ui.Dispose();
        Device.Dispose();
    }
}
