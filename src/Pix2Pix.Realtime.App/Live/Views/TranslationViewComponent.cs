using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Views;

/// <summary>The scene's <c>TranslationView</c>: draws the newest translation, alone or against the label map, and measures when it is seen.</summary>
internal sealed class TranslationViewComponent : Behaviour, IRenderable
{
    /// <summary>Seconds without a new translation until the picture counts as still.</summary>
    private const double StillAfter = 0.25;

    public static readonly Setting<ViewMode> Mode = SettingKinds.Choice("view", ViewMode.SideBySide, "how label map and translation are arranged",
        ViewModeNames.All).Live();
    public static readonly Setting<UpscaleFilter> Enlarging = SettingKinds.Choice("filter", UpscaleFilter.Sharp, "how the translation is scaled up",
        ("nearest", UpscaleFilter.Nearest), ("smooth", UpscaleFilter.Smooth), ("sharp", UpscaleFilter.Sharp), ("edge", UpscaleFilter.Edge)).Live();

    public static readonly Setting<double> Split = SettingKinds.Double("split", 0.5, 0, 1, "of the width", "position of the dividing line in the split view").Live();
    public static readonly Setting<double> Opacity = SettingKinds.Double("opacity", 0.5, 0, 1, "", "opacity of the labels in the overlay view").Live();

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private TranslatorComponent _translator = null!;
    private LabelCanvasComponent _canvas = null!;
    private SourceComponent? _source;
    private readonly CompositePass _pass;
    private long _shown;
    private long _seen;
    private double _stillFrom;
    private bool _isCoarse;

    public TranslationViewComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _values = values;
        _pass = new CompositePass(live.Device) { Surround = Theme.Surround };
        TakeOver();
    }

    public static SettingsTable Properties { get; } = new(Mode, Enlarging, Split, Opacity);

    /// <summary>
    /// How the translation is enlarged. Where the processor draws, a sharp filter costs more than the translation itself, so a picture that
    /// changes is drawn smoothly there and sharpened as soon as it is still: half the time from paint to photon.
    /// </summary>
    private UpscaleFilter Filter => _values.Get(Enlarging);

    /// <summary>From the pointer event's delivery to the translation on the screen.</summary>
    public LatencyMeter PaintToPhoton { get; } = new();

    public void Draw(RenderTarget screen)
    {
        var work = _live.Workspace;
        if (work.IsBlack)
        {
            _live.Device.Clear(screen, 0, 0, 0);
            return;
        }

        if (_translator.Picture is not { } picture)
        {
            return;
        }

        var second = work.Mode is ViewMode.Split or ViewMode.Overlay ? _source?.Texture ?? _canvas.Picture : null;
        _pass.Surround = Theme.Surround;
        _pass.Mode = work.Mode == ViewMode.Split ? CompositeMode.Split : CompositeMode.Overlay;
        _pass.Filter = _isCoarse ? UpscaleFilter.Smooth : Filter;
        _pass.Draw(screen, work.Translation, work.TranslationView, work.Picture, picture, second);
        if (!work.Second.IsEmpty)
        {
            // Until there is a second generator its place shows what it is waiting for.
            _pass.Draw(screen, work.Second, work.SecondView, work.Picture, _translator.SecondPicture ?? _source?.Texture ?? _canvas.Picture ?? picture, second: null);
        }

        if (work.Canvas.IsEmpty)
        {
            _canvas.DrawOutline(screen, work.Translation, work.TranslationView);
            _canvas.DrawOutline(screen, work.Second, work.SecondView);
        }
    }

    public void Shown(long photonTicks)
    {
        var stamp = _translator.Stamp;
        if (stamp.Sequence == _shown)
        {
            return;
        }

        _shown = stamp.Sequence;
        var latency = stamp.InputTicks == 0 ? double.NaN : PaintToPhoton.Add(stamp.InputTicks, photonTicks);
        if (_live.Log.IsOn)
        {
            _live.Log.Write("frame", new { sequence = _shown, milliseconds = double.IsNaN(latency) ? (double?)null : latency });
        }
    }

    protected override void OnChanged(Setting property)
    {
        TakeOver();
        _live.Log.Write("view", new { mode = $"{_live.Workspace.Mode}" });
    }

    private void TakeOver()
    {
        _live.Workspace.Mode = _values.Get(Mode);
        (_pass.Split, _pass.Opacity) = ((float)_values.Get(Split), (float)_values.Get(Opacity));
        _live.Frames.RequestDraw();
    }

    protected override void Update(FrameTime time)
    {
        var work = _live.Workspace;
        if (work.Second.IsEmpty || work.IsPresenting || _translator.Info is not { } info)
        {
            return;
        }

        // Two pictures that look alike have to say which is which.
        var (x, otherX) = (0, 0);
        PictureSign.Draw(_live.Ui, work.Translation, ref x, work.IsSecondFirst ? ViewsTexts.After(_live.Ui, info.Name) : info.Name);
        if (_translator.Pair?.SecondInfo is { } other)
        {
            PictureSign.Draw(_live.Ui, work.Second, ref otherX, work.IsSecondFirst ? ViewsTexts.Before(_live.Ui, other.Name) : other.Name);
        }
    }

    protected override void LateUpdate(FrameTime time)
    {
        if (_translator.Stamp.Sequence != _seen)
        {
            _seen = _translator.Stamp.Sequence;
            _stillFrom = time.Seconds + StillAfter;
        }

        var isMoving = time.Seconds < _stillFrom;
        if (isMoving)
        {
            _live.Frames.WakeAt(_stillFrom);
        }

        var wasCoarse = _isCoarse;
        _isCoarse = isMoving && Filter is (UpscaleFilter.Sharp or UpscaleFilter.Edge) && _live.Device.IsSoftware && !_live.Pump.IsStepped;
        if (wasCoarse && !_isCoarse)
        {
            _live.Frames.RequestDrawOfTranslation();
        }
    }

    protected override void Start()
    {
        _translator = Scene.Require<TranslatorComponent>();
        _canvas = Scene.Require<LabelCanvasComponent>();
        _source = Scene.Find<SourceComponent>();
        _live.Join(this);
    }
}
