using System.Globalization;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
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
    private const float ClassWidth = 112;
    private const float ZoomWidth = 64;

    private LabelCanvasComponent? _canvas;
    private (float Value, string Text) _zoom = (float.NaN, "");
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
        _canvas = Scene.Find<LabelCanvasComponent>();
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
        using (ui.Bar(live.Workspace.Status, Theme.ListRowHeight))
        using (ui.Row(ClassWidth, Track.Fill, _badge.Length > 0 ? BadgeWidth : 0, ZoomWidth, StatusButtons.Width))
        {
            Under(ui);
            var info = _translator?.Info;
            if (info is null)
            {
                ui.Label(ViewsTexts.NoGenerator, Theme.Warning);
            }
            else if (_source is { IsOn: true, Status: { } status })
            {
                Source(ui, status, info.Name);
            }
            else if (_view is { PaintToPhoton.Count: > 0 } view)
            {
                var meter = view.PaintToPhoton;
                ui.Label(ViewsTexts.Painting(ui, _rate, meter.Median, meter.Percentile99, info.Name, info.Runs), Theme.TextDim);
            }
            else
            {
                ui.Label(ViewsTexts.Ready(ui, info.Name, info.Runs), Theme.TextDim);
            }

            ui.Label(_badge, Theme.Warning, TextAlign.Right);
            Zoom(ui);
            StatusButtons.Draw(ui, live);
        }
    }

    /// <summary>How large the pictures are shown; a click shows them whole again.</summary>
    private void Zoom(Ui ui)
    {
        if (_zoom.Value != live.Workspace.Zoom)
        {
            // Kept, because a number's text is allocated in every frame while the code is not optimised yet.
            _zoom = (live.Workspace.Zoom, live.Workspace.Zoom.ToString("P0", CultureInfo.InvariantCulture));
        }

        if (ui.SmallButton("zoom", _zoom.Text, KeyTable.Words(KeyAction.Fit), live.Keys[KeyAction.Fit], live.Workspace.Zoom > 1))
        {
            live.Workspace.ShowWhole();
            live.Frames.RequestDraw();
        }

        live.Controls.Place("zoom");
    }

    /// <summary>The class under the pointer.</summary>
    private void Under(Ui ui)
    {
        var rect = ui.Next(Theme.ListRowHeight);
        if (_canvas is not { } canvas || canvas.Under is not { } under)
        {
            return;
        }

        var side = ui.Px(Theme.IconSize);
        var square = new PixelRect(rect.X, rect.Y + ((rect.Height - side) / 2), side, side);
        ui.Paint.Fill(square, canvas.Colors.Of(under.Id), ui.Px(2));
        ui.Paint.Text(PixelRect.FromEdges(square.Right + ui.Px(Theme.TextInset), rect.Y, rect.Right, rect.Bottom), under.Name, TextStyle.Body, Theme.Text);
    }

    /// <summary>Reminders: a recording is running; OSC is open to the network, or unavailable.</summary>
    private string Badge() => _recorder?.Length is { } length ? ViewsTexts.Recording(length) : _osc?.OpenPlace is { } place ? ViewsTexts.OscOpen(place) : _osc?.Trouble ?? "";

    private void Source(Ui ui, SourceStatus status, string model)
    {
        if (status.State == SourceState.Playing && _view is { PaintToPhoton.Count: > 0 } view)
        {
            var meter = view.PaintToPhoton;
            ui.Label(ViewsTexts.Source(ui, status.Words, _rate, meter.Median, meter.Percentile99, model), Theme.TextDim);
        }
        else
        {
            ui.Label(status.Brief, status.IsTrouble ? Theme.Warning : Theme.TextDim);
        }
    }
}
