using Pix2Pix.Realtime.App.Inspector;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Styling;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.App.Models;
using Pix2Pix.Realtime.App.Samples;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The scene's <c>InfoPanel</c>: the generator in use, how pictures are shown, and how paint repeats.</summary>
internal sealed class InfoPanelComponent(LiveContext live, SettingValues values) : Behaviour
{
    private static readonly string[] Titles = ["View", "Models", "Maps", "Source", "Train", "Scene"];

    public static readonly Setting<string> Page = SettingKinds.OneOf("page", "view", [.. Titles.Select(title => title.ToLowerInvariant())], "the selected tab; if the scene has no such tab, the first one").Live();

    private TranslatorComponent? _translator;
    private CrossFadeComponent? _fade;
    private TranslationViewComponent? _view;
    private TrainingPanelComponent? _training;
    private LabelCanvasComponent _canvas = null!;
    private SampleGallery _gallery = null!;
    private ViewPage _shown = null!;
    private HouseWalk _walk = null!;
    private StyleSection? _style;
    private PictureExport? _keeper;
    private RecorderComponent? _recorder;
    private readonly PanelEdge _edge = new(live);
    private readonly List<Action<Ui>> _pages = [];
    private string[] _titles = [];
    private int _tab;

    public static SettingsTable Properties { get; } = new(Page);

    protected override void OnChanged(Setting property) => Show();

    protected override void Awake() => TakePlace();

    protected override void OnSwitched() => TakePlace();

    private void TakePlace() => (live.Workspace.HasInfo, live.Workspace.HasEdge) = (Enabled, live.Window is not null);

    protected override void Start()
    {
        _translator = Scene.Find<TranslatorComponent>();
        _fade = Scene.Find<CrossFadeComponent>();
        _view = Scene.Find<TranslationViewComponent>();
        _training = Scene.Find<TrainingPanelComponent>();
        _canvas = Scene.Require<LabelCanvasComponent>();
        _gallery = new SampleGallery(live, _canvas);
        _keeper = _translator is { } translator ? new PictureExport(live, _canvas, translator) : null;
        _recorder = Scene.Find<RecorderComponent>();
        _style = _translator is { } styled && Scene.Find<StyleComponent>() is { } style ? new StyleSection(live, style, styled) : null;
        List<string> titles = [];
        _shown = new ViewPage(live, _translator, _style, _fade, _view, _canvas, _walk = new HouseWalk(live, _canvas), () => SetStage(true));
        Add(Titles[0], DrawView);
        if (_translator is { } translating)
        {
            Add(Titles[1], new ModelGallery(live, translating, _fade, _canvas).Draw);
        }

        Add(Titles[2], _gallery.Draw);
        if (Scene.Find<SourceComponent>() is { } source)
        {
            Add(Titles[3], new SourcePanel(live, source).Draw);
        }

        if (_training is { Enabled: true } training)
        {
            Add(Titles[4], training.Draw);
        }

        Add(Titles[5], new ScenePage(live, Scene, this).Draw);
        _titles = [.. titles];
        Show();

        void Add(string title, Action<Ui> page)
        {
            titles.Add(title);
            _pages.Add(page);
        }
    }

    protected override void Update(FrameTime time)
    {
        var ui = live.Ui;
        Keys(ui);
        if (live.Requests.Page is { } asked)
        {
            live.Requests.Page = null;
            Open(asked);
        }

        _edge.Draw(ui);
        if (!live.Workspace.Info.IsEmpty)
        {
            using (ui.Panel("info", live.Workspace.Info))
            {
                if (ui.Tabs("info tabs", ref _tab, _titles))
                {
                    Keep();
                }

                live.Controls.Place("tabs");
                _pages[_tab](ui);
            }
        }

        _keeper?.Show(ui);
    }

    private void Show()
    {
        _tab = Math.Max(0, Array.FindIndex(_titles, title => title.Equals(values.Get(Page), StringComparison.OrdinalIgnoreCase)));
        live.Frames.RequestDraw();
    }

    /// <summary>A saved scene opens with the page that was shown.</summary>
    private void Keep() => values.TrySet(Page, _titles[_tab].ToLowerInvariant());

    private void DrawView(Ui ui)
    {
        _shown.Draw(ui);
        if (_keeper is { } keeper)
        {
            ui.Separator();
            keeper.Draw(ui);
        }

        if (_recorder is { IsStarted: true } recorder)
        {
            ui.Separator();
            recorder.Draw(ui);
        }
    }

    private void Keys(Ui ui)
    {
        if (ui.HasKeyboard)
        {
            return;
        }

        if (live.Workspace.IsPresenting)
        {
            StageKeys(ui);
        }
        else
        {
            _keeper?.Keys(ui);
        }

        for (var i = 0; i < Titles.Length; i++)
        {
            // A page has its key whatever pages the scene lacks.
            if (ui.Input.TakeKey(live.Keys[KeyAction.ViewPage + i]))
            {
                Open(Titles[i]);
            }
        }

        if (ui.Input.TakeKey(live.Keys[KeyAction.NextView]))
        {
            var count = _fade?.Info is null ? ViewModeNames.All.Length - 1 : ViewModeNames.All.Length;
            _view?.Set(TranslationViewComponent.Mode, (ViewMode)(((int)live.Workspace.Mode + 1) % count));
        }

        if (ui.Input.TakeKey(live.Keys[KeyAction.Fit]))
        {
            live.Workspace.ShowWhole();
            live.Frames.RequestDraw();
        }

        if (ui.Input.TakeKey(live.Keys[KeyAction.Walk]))
        {
            _walk.Go();
        }

        if (ui.Input.TakeKey(live.Keys[KeyAction.Panel]))
        {
            live.Workspace.FoldInfo(!live.Workspace.IsInfoFolded);
            live.Frames.RequestDraw();
        }

        if (ui.Input.TakeKey(live.Keys[KeyAction.FullScreen]) || (live.Workspace.IsPresenting && ui.Input.TakeKey(Key.Escape)))
        {
            SetStage(!live.Workspace.IsPresenting);
        }
    }

    /// <summary>Shows a page, and unfolds the panel for it.</summary>
    private void Open(string title)
    {
        if (Array.IndexOf(_titles, title) is not (>= 0 and var page))
        {
            return;
        }

        _tab = page;
        live.Workspace.FoldInfo(false);
        Keep();
        live.Frames.RequestDraw();
    }

    /// <summary>Keys of a performance: nothing on the screen shows them.</summary>
    private void StageKeys(Ui ui)
    {
        var work = live.Workspace;
        if (ui.Input.TakeKey(live.Keys[KeyAction.Freeze]))
        {
            work.IsFrozen = !work.IsFrozen;
            live.Frames.RequestDraw();
        }

        if (ui.Input.TakeKey(live.Keys[KeyAction.Blank]))
        {
            work.IsBlack = !work.IsBlack;
            live.Frames.RequestDraw();
        }
    }

    private void SetStage(bool isStage)
    {
        (live.Workspace.IsPresenting, live.Workspace.IsFrozen, live.Workspace.IsBlack) = (isStage, false, false);
        live.Window?.SetFullScreen(isStage ? 0 : null);
        live.Frames.RequestDraw();
    }
}
