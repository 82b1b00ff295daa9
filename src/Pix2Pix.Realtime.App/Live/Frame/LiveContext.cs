using System.Runtime.InteropServices;
using Pix2Pix.Realtime.App.Scenes;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Services shared by the components of the live program: surface, panel, workspace, log. Main thread, except <see cref="Notices"/>.</summary>
internal sealed class LiveContext : IDisposable
{
    private readonly List<IRenderable> _drawn = [];

    /// <param name="context">Current on this thread; stays its owner's.</param>
    /// <param name="pump">Input and time; stays its owner's.</param>
    /// <param name="options">What the user asked for.</param>
    /// <param name="log">Stays its owner's.</param>
    public LiveContext(IGraphicsContext context, IPump pump, LiveOptions options, EventLog log)
    {
        Context = context;
        Pump = pump;
        Options = options;
        Edits = options.Visit?.Edits ?? new EditHistory();
        Log = log;
        Ui = new Ui(FontSet.Installed(), context as IClipboard ?? new MemoryClipboard());
        Notices = new Notices(log, Ui.Toasts, pump.Wake, isHeadless: Window is null);
        Controls = new ControlLog(Ui, log);
        Frames = new FrameScheduler(Workspace);
        Quit = new QuitRequest(pump.Wake, Frames.RequestDraw);
        Keys = LoadKeys();
        Theme.Kind = Person.Get(PersonalSettings.Look);
        (Workspace.InfoWidth, Workspace.InfoState) = (Person.Get(PersonalSettings.PanelWidth), Person.Get(PersonalSettings.Panel));
        Device = new GraphicsDevice(context, ShaderFolder.Find(), sentence => Notices.Tell(ToastKind.Warning, sentence));
        Device.Shaders.Cache = new ProgramCache(UserFolders.Data("programs"), Device.Renderer);
    }

    public IGraphicsContext Context { get; }

    /// <summary>The window; null when headless.</summary>
    public IWindow? Window => Context as IWindow;

    public IPump Pump { get; }

    public LiveOptions Options { get; }

    /// <summary>What was changed of the scene on its tab.</summary>
    public EditHistory Edits { get; }

    /// <summary>What the person chose.</summary>
    public PersonalSettings Person => Options.Person;

    /// <summary>Where results go.</summary>
    public ResultFolders Results => new(Options.Results ?? Person.Get(PersonalSettings.Results), Window is null || ResultFolders.IsTerminal);

    public EventLog Log { get; }

    public GraphicsDevice Device { get; }

    public Ui Ui { get; }

    public Notices Notices { get; }

    public ControlLog Controls { get; }

    public FrameScheduler Frames { get; }

    /// <summary>The keys of the window.</summary>
    public KeyTable Keys { get; }

    /// <summary>What one part of the window asks of another.</summary>
    public WindowRequests Requests { get; } = new();

    public QuitRequest Quit { get; }

    public Workspace Workspace { get; } = new();

    /// <summary>Pixels for one point of the panel: the system's scale times the person's.</summary>
    public float Scale => Window is { } window ? window.ContentScale * (float)Person.Get(PersonalSettings.Scale) : Options.Scale;

    /// <summary>The layers drawn below the panel, in this order.</summary>
    public ReadOnlySpan<IRenderable> Drawn => CollectionsMarshal.AsSpan(_drawn);

    /// <summary>Joins what is drawn, until the program ends.</summary>
    public void Join(IRenderable drawn) => _drawn.Add(drawn);

    /// <summary>A fault in the person's own table leaves the program's.</summary>
    private KeyTable LoadKeys()
    {
        try
        {
            return KeyTable.Load(Window is null ? null : KeyTable.PersonalFile);
        }
        catch (UserException fault) when (Window is not null)
        {
            Notices.Tell(ToastKind.Warning, FrameTexts.KeysUnused(fault.Message));
            return KeyTable.Load(personal: null);
        }
    }

    public void Dispose()
    {
        Ui.Dispose();
        Device.Dispose();
    }
}
