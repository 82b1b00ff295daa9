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
        ui.Heading("Translated");
        if (ui.TextBox("From", ref _place, source.Place.Length > 0 ? source.Place : "the painting", "A file, a folder, camera, camera:NAME, screen, screen:WxH+X+Y, test, or an rtsp, http or udp address") == Typed.Entered
            && _place.Length > 0)
        {
            Choose(_place);
        }

        using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
        {
            if (ui.Button("File", "Choose a video or an image"))
            {
                _browser = new FileBrowser("Choose a video or an image", FileBrowserKind.OpenFile, live.Results.Videos, [FileFilter.All]);
            }

            if (ui.Button("Camera", "The first camera"))
            {
                Choose("camera");
            }

            if (ui.Button("Screen", "Capture this screen"))
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
        ui.Heading("Pictures");
        ui.Choice("Look", source, SourceProperties.Look);
        ui.Choice("Framing", source, SourceProperties.Framing);
        ui.Property("Mirror", source, SourceProperties.Mirror);
        ui.Property("Brightness", source, SourceProperties.Brightness);
        ui.Property("Contrast", source, SourceProperties.Contrast);
        ui.Property("Smoothing", source, SourceProperties.Smoothing);
        Browse(ui);
    }

    private void Switch(Ui ui)
    {
        var isOn = source.IsOn;
        if (ui.Toggle("Live source", ref isOn, "Translate the live source; turn off to translate the canvas", live.Keys[KeyAction.LiveSource]))
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
            if (ui.Button(transport.IsHeld ? "Play" : "Pause", "Let the video stand still, or play on"))
            {
                Go(transport.Position, !transport.IsHeld);
            }

            if (ui.Button("From the start", "Play the video from its beginning"))
            {
                Go(0, isHeld: false);
            }
        }

        if (transport.Length > 0)
        {
            Position(ui, transport);
        }

        ui.Property("Speed", source, SourceProperties.Speed);
        ui.Property("Loop", source, SourceProperties.Loop);
    }

    /// <summary>While it is dragged the video stands still: each new place would begin another reader.</summary>
    private void Position(Ui ui, VideoTransport transport)
    {
        var position = (float)transport.Position;
        var isMoved = ui.Slider("Second", ref position, 0, (float)transport.Length, 0.1f, "0.0", "Where the video is: drag it to another place");
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
