using Pix2Pix.Realtime.App.Inspector;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.App.Models;
using Pix2Pix.Realtime.App.Samples;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The scene's <c>InfoPanel</c>: the generator in use, how pictures are shown, and how paint repeats.</summary>
internal sealed class InfoPanelComponent(LiveContext live, SettingValues values) : Behaviour
{
    private static readonly string[] Titles = ["View", "Models", "Maps", "Source", "Train", "Scene"];

    public static readonly Setting<string> Page = SettingKinds.OneOf("page", "view", [.. Titles.Select(title => title.ToLowerInvariant())], "the selected tab; if the scene has no such tab, the first one").Live();

    private static readonly (ViewMode Mode, Icon Icon, string Words)[] Views =
    [
        (ViewMode.SideBySide, Icon.SideBySide, "Side by side"),
        (ViewMode.Split, Icon.Split, "Split: labels on the left, translation on the right of a line"),
        (ViewMode.Overlay, Icon.Overlay, "Overlay: labels over the translation"),
        (ViewMode.TranslationOnly, Icon.Square, "Translation alone"),
        (ViewMode.Generators, Icon.Columns, "The translations of two generators side by side"),
    ];

    private TranslatorComponent? _translator;
    private CrossFadeComponent? _fade;
    private TranslationViewComponent? _view;
    private TrainingPanelComponent? _training;
    private LabelCanvasComponent _canvas = null!;
    private SampleGallery _gallery = null!;
    private PictureExport? _keeper;
    private RecorderComponent? _recorder;
    private readonly List<Action<Ui>> _pages = [];
    private string[] _titles = [];
    private int _tab;

    public static SettingsTable Properties { get; } = new(Page);

    protected override void OnChanged(Setting property) => Show();

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
        List<string> titles = [];
        Add(Titles[0], ViewPage);
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
        if (!live.Workspace.Info.IsEmpty)
        {
            using (ui.Panel("info", live.Workspace.Info))
            {
                if (ui.Tabs("info tabs", ref _tab, _titles))
                {
                    Keep();
                }

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

    private void ViewPage(Ui ui)
    {
        Model(ui);
        ui.Separator();
        View(ui);
        ui.Separator();
        Repeat(ui);
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
            if (ui.Input.TakeKey(Shortcut.Ctrl(Key.D1 + i)) && Array.IndexOf(_titles, Titles[i]) is var page and >= 0)
            {
                _tab = page;
                Keep();
                live.Frames.RequestDraw();
            }
        }

        if (ui.Input.TakeKey(Key.V))
        {
            var count = _fade?.Info is null ? Views.Length - 1 : Views.Length;
            Choose((ViewMode)(((int)live.Workspace.Mode + 1) % count));
        }

        if (ui.Input.TakeKey(Key.Home))
        {
            live.Workspace.ShowWhole();
            live.Frames.RequestDraw();
        }

        if (ui.Input.TakeKey(Key.F4))
        {
            live.Workspace.ShowsInfo = live.Workspace.Info.IsEmpty;
            live.Frames.RequestDraw();
        }

        if (ui.Input.TakeKey(Key.F11) || (live.Workspace.IsPresenting && ui.Input.TakeKey(Key.Escape)))
        {
            SetStage(!live.Workspace.IsPresenting);
        }
    }

    /// <summary>Keys of a performance: nothing on the screen shows them.</summary>
    private void StageKeys(Ui ui)
    {
        var work = live.Workspace;
        if (ui.Input.TakeKey(Key.F))
        {
            work.IsFrozen = !work.IsFrozen;
            live.Frames.RequestDraw();
        }

        if (ui.Input.TakeKey(Key.B))
        {
            work.IsBlack = !work.IsBlack;
            live.Frames.RequestDraw();
        }
    }

    private void Model(Ui ui)
    {
        ui.Heading("Generator");
        if (_translator?.Info is not { } info)
        {
            ui.Note("None; drop an .onnx file on the window.", Theme.Warning);
            return;
        }

        ui.Value("File", info.Name);
        ui.Value("Reads", $"{info.Input.Width}x{info.Input.Height}, {(info.Palette.Length > 0 ? info.Palette : "any palette")}");
        ui.Value("Runs on", info.Runs);
        if (info.Step > 0)
        {
            ui.Value("Step", $"{info.Step:N0}");
        }

        foreach (var assumption in info.Assumptions)
        {
            ui.Note(assumption);
        }
    }

    private void View(Ui ui)
    {
        ui.Heading("View");
        using (ui.Grid(Views.Length + 1, gap: 4))
        {
            foreach (var (mode, icon, words) in Views)
            {
                if (ui.IconButton(icon, words, isChosen: live.Workspace.Mode == mode, isEnabled: mode != ViewMode.Generators || _fade?.Info is not null))
                {
                    Choose(mode);
                }
            }

            if (ui.IconButton(Icon.FullScreen, "Full screen: the translation alone; F freezes it, B blanks it, Esc leaves", Key.F11))
            {
                SetStage(true);
            }
        }

        if (_view is not { } view)
        {
            return;
        }

        if (live.Workspace.Mode == ViewMode.Split)
        {
            ui.Property("Line", view, TranslationViewComponent.Split);
        }

        if (live.Workspace.Mode == ViewMode.Overlay)
        {
            ui.Property("Labels", view, TranslationViewComponent.Opacity);
        }

        if (_fade is { Info: { } other } fade && live.Workspace.Mode != ViewMode.Generators)
        {
            ui.Property("Fade", fade, CrossFadeComponent.Fade);
            ui.Value("Fades to", other.Name);
        }

        var isNearest = view.Values!.Get(TranslationViewComponent.Enlarging) == UpscaleFilter.Nearest;
        if (ui.Toggle("Show pixels", ref isNearest, "Scale up without smoothing"))
        {
            view.Set(TranslationViewComponent.Enlarging, isNearest ? UpscaleFilter.Nearest : UpscaleFilter.Sharp);
        }
    }

    private void Repeat(Ui ui)
    {
        ui.Heading("Repeat each stroke");
        ui.Property("Columns", _canvas, LabelCanvasComponent.Columns);
        ui.Property("Rows", _canvas, LabelCanvasComponent.Rows);
        if (_canvas.Session.Settings.Repeat.Columns > 1)
        {
            ui.Property("Across", _canvas, LabelCanvasComponent.Across);
        }

        if (_canvas.Session.Settings.Repeat.Rows > 1)
        {
            ui.Property("Down", _canvas, LabelCanvasComponent.Down);
        }
    }

    private void Choose(ViewMode mode) => _view?.Set(TranslationViewComponent.Mode, mode);

    private void SetStage(bool isStage)
    {
        (live.Workspace.IsPresenting, live.Workspace.IsFrozen, live.Workspace.IsBlack) = (isStage, false, false);
        live.Window?.SetFullScreen(isStage ? 0 : null);
        live.Frames.RequestDraw();
    }
}
