using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Views;

/// <summary>The scene's <c>StatusLine</c>: how fast it translates, how soon paint is seen, and what translates it where; with a live source, how that is.</summary>
internal sealed class StatusLineComponent(LiveContext live) : Behaviour
{
    /// <summary>Seconds between new figures: a user can't read them faster.</summary>
    private const double Period = 0.25;

    private const float BadgeWidth = 220;

    private TranslatorComponent? _translator;
    private TranslationViewComponent? _view;
    private SourceComponent? _source;
    private OscComponent? _osc;
    private RecorderComponent? _recorder;
    private double _next;
    private double _rate;
    private string _badge = "";

    protected override void Start()
    {
        _translator = Scene.Find<TranslatorComponent>();
        _view = Scene.Find<TranslationViewComponent>();
        _source = Scene.Find<SourceComponent>();
        _osc = Scene.Find<OscComponent>();
        _recorder = Scene.Find<RecorderComponent>();
    }

    protected override void Update(FrameTime time)
    {
        if (live.Workspace.IsPresenting)
        {
            return;
        }

        if (time.Seconds >= _next)
        {
            _next = time.Seconds + Period;
            _view?.PaintToPhoton.Evaluate();
            _rate = _translator?.Rate.PerSecond ?? 0;
            _badge = Badge();
        }

        var ui = live.Ui;
        using (ui.Bar(live.Workspace.Status, Theme.LineHeight))
        using (ui.Row(Track.Fill, _badge.Length > 0 ? BadgeWidth : 0))
        {
            var info = _translator?.Info;
            if (info is null)
            {
                ui.Label("No generator: drop an .onnx file on the window, or start with --model FILE", Theme.Warning);
            }
            else if (_source is { IsOn: true, Status: { } status })
            {
                Source(ui, status, info.Name);
            }
            else if (_view is { PaintToPhoton.Count: > 0 } view)
            {
                var meter = view.PaintToPhoton;
                ui.Label($"translated {_rate:0}/s  ·  paint-to-photon p50 {meter.Median:0} ms p99 {meter.Percentile99:0} ms  ·  {info.Name}  ·  {info.Runs}", Theme.TextDim);
            }
            else
            {
                ui.Label($"ready  ·  {info.Name}  ·  {info.Runs}", Theme.TextDim);
            }

            ui.Label(_badge, Theme.Warning, TextAlign.Right);
        }
    }

    /// <summary>Reminders: a recording is running; OSC is open to the network, or unavailable.</summary>
    private string Badge() => _recorder?.Length is { } length ? $"● recording {length:m\\:ss}" : _osc?.OpenPlace is { } place ? $"OSC open on {place}" : _osc?.Trouble ?? "";

    private void Source(Ui ui, SourceStatus status, string model)
    {
        if (status.State == SourceState.Playing && _view is { PaintToPhoton.Count: > 0 } view)
        {
            var meter = view.PaintToPhoton;
            ui.Label($"{status.Words}  ·  translated {_rate:0}/s  ·  frame-to-photon p50 {meter.Median:0} ms p99 {meter.Percentile99:0} ms  ·  {model}", Theme.TextDim);
        }
        else
        {
            ui.Label(status.Words, status.IsTrouble ? Theme.Warning : Theme.TextDim);
        }
    }
}
