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

        ui.Separator();
        ui.Heading("Pictures");
        ui.Choice("Look", source, SourceComponent.Look);
        ui.Choice("Framing", source, SourceComponent.Framing);
        ui.Property("Mirror", source, SourceComponent.Mirror);
        ui.Property("Brightness", source, SourceComponent.Brightness);
        ui.Property("Contrast", source, SourceComponent.Contrast);
        ui.Property("Smoothing", source, SourceComponent.Smoothing);
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
            ui.Note(status.Words, status.IsTrouble ? Theme.Warning : Theme.TextDim);
        }
    }

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
