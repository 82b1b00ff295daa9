using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>The Source tab: what is translated, and what a performer turns while it plays. UI thread.</summary>
internal sealed class SourcePanel(LiveContext live, SourceComponent source)
{
    /// <summary>Seconds between two looks at where a video is.</summary>
    private const double ShownEvery = 0.1;

    /// <summary>Whether the video plays on when its slider is let go.</summary>
    private bool _resumes;
    private string _place = "";
    private FileBrowser? _browser;

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        ui.Heading(SourceTexts.Translated);
        if (ui.TextBox(SourceTexts.From, ref _place, source.Place.Length > 0 ? source.Place : SourceTexts.ThePainting, SourceTexts.FromHint) == Typed.Entered
            && _place.Length > 0)
        {
            Choose(_place);
        }

        using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
        {
            if (ui.Button(SourceTexts.File, SourceTexts.ChooseFile))
            {
                _browser = new FileBrowser(SourceTexts.ChooseFile, FileBrowserKind.OpenFile, live.Results.Videos, [FileFilter.All]);
            }

            if (ui.Button(SourceTexts.Camera, SourceTexts.CameraHint))
            {
                Choose("camera");
            }

            if (ui.Button(SourceTexts.Screen, SourceTexts.ScreenHint))
            {
                Choose("screen");
            }
        }

        if (source.IsChosen)
        {
            Switch(ui);
        }

        if (source.IsVideo && source.IsOn)
        {
            Transport(ui, source.Transport);
        }

        ui.Separator();
        ui.Heading(SourceTexts.Pictures);
        ui.Choice(SourceTexts.Look, source, SourceProperties.Look);
        ui.Choice(SourceTexts.Framing, source, SourceProperties.Framing);
        ui.Property(SourceTexts.Mirror, source, SourceProperties.Mirror);
        ui.Property(SourceTexts.Brightness, source, SourceProperties.Brightness);
        ui.Property(SourceTexts.Contrast, source, SourceProperties.Contrast);
        ui.Property(SourceTexts.Smoothing, source, SourceProperties.Smoothing);
        Browse(ui);
    }

    private void Switch(Ui ui)
    {
        var isOn = source.IsOn;
        if (ui.Toggle(SourceTexts.LiveSource, ref isOn, SourceTexts.LiveSourceHint, live.Keys[KeyAction.LiveSource]))
        {
            live.Notices.Try(() => source.Switch(isOn));
        }

        if (source.Status is { } status)
        {
            ui.Note(status.Brief, status.IsTrouble ? Theme.Warning : Theme.TextDim);
        }
    }

    private void Transport(Ui ui, VideoTransport transport)
    {
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(transport.IsHeld ? SourceTexts.Play : SourceTexts.Pause, SourceTexts.PlayHint))
            {
                Go(transport.Position, !transport.IsHeld);
            }

            if (ui.Button(SourceTexts.FromStart, SourceTexts.FromStartHint))
            {
                Go(0, isHeld: false);
            }
        }

        if (transport.Length > 0)
        {
            Position(ui, transport);
        }

        ui.Property(SourceTexts.Speed, source, SourceProperties.Speed);
        ui.Property(SourceTexts.Loop, source, SourceProperties.Loop);
    }

    /// <summary>While it is dragged the video stands still: each new place would begin another reader.</summary>
    private void Position(Ui ui, VideoTransport transport)
    {
        var position = (float)transport.Position;
        var isMoved = ui.Slider(SourceTexts.Second, ref position, 0, (float)transport.Length, 0.1f, "0.0", SourceTexts.SecondHint);
        if (isMoved)
        {
            _resumes |= !transport.IsHeld;
            Go(position, isHeld: true);
        }

        if (_resumes && !ui.LastDid.IsHeld)
        {
            _resumes = false;
            Go(position, isHeld: false);
        }

        if (!transport.IsHeld)
        {
            live.Frames.WakeAt(live.Pump.Seconds + ShownEvery);
        }
    }

    /// <summary>Apart from the frame's own path, for what its lambda captures.</summary>
    private void Go(double position, bool isHeld) => live.Notices.Try(() =>
    {
        if (isHeld)
        {
            source.Hold(position);
        }
        else
        {
            source.Seek(position);
        }
    });

    private void Browse(Ui ui)
    {
        if (ui.Answered(ref _browser) is { } chosen)
        {
            Choose(chosen);
        }
    }

    private void Choose(string place) => live.Notices.Try(() =>
    {
        source.Choose(place);
        _place = place;
    });
}
