using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>The View tab's Style section: colours and sliders by name, a random style, one from a photograph, and those that were saved. UI thread.</summary>
internal sealed class StyleSection(LiveContext live, StyleComponent style, TranslatorComponent translator)
{
    private const float ThumbnailSide = 64;
    private const float GridHeight = 176;

    private readonly SavedStyles _saved = SavedStyles.OfUser();
    private readonly float[] _values = new float[StyleDefinition.MostValues];
    private readonly bool[] _isOpen = new bool[StyleDefinition.MostValues];
    private FileBrowser? _browser;
    private string? _lastPhotograph;
    private ulong _seed = 1;
    private int _chosen = -1;

    /// <summary>Declares the controls; none where the generator knows no styles.</summary>
    public void Draw(Ui ui)
    {
        if (style.Input is not { } input)
        {
            return;
        }

        ui.Separator();
        ui.Heading(StylingTexts.Style);
        Buttons(ui, input);
        Values(ui, input);
        ui.Property(StylingTexts.Fade, style, StyleComponent.Fade);
        Saved(ui, input);
        if (ui.Answered(ref _browser) is { } photograph)
        {
            _lastPhotograph = photograph;
            style.TakeFrom(photograph);
        }
    }

    private void Buttons(Ui ui, StyleInput input)
    {
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(StylingTexts.Random, StylingTexts.RandomHint))
            {
                style.ChangeToRandom(_seed);
                live.Log.Write("style", new { seed = _seed++ });
            }

            live.Controls.Place("style random");
            if (ui.Button(StylingTexts.Neutral, StylingTexts.NeutralHint))
            {
                style.ChangeTo(input.Definition.Neutral);
            }

            live.Controls.Place("style neutral");
        }

        if (ui.Button(StylingTexts.FromPicture, StylingTexts.FromPictureHint))
        {
            live.Log.Write("asks", new { to = "style" });
            _browser = new FileBrowser(
                StylingTexts.FromPictureTitle, FileBrowserKind.OpenFile, _lastPhotograph ?? live.Results.PicturesPath, [new FileFilter(StylingTexts.Images, [.. ImageFile.NameEndings]), FileFilter.All]);
        }

        live.Controls.Place("style from");
    }

    private void Values(Ui ui, StyleInput input)
    {
        var definition = input.Definition;
        var values = _values.AsSpan(0, definition.Count);
        input.CopyTo(values);
        var (first, isChanged) = (0, false);
        using (ui.Scope("style"))
        {
            for (var i = 0; i < definition.Groups.Count; i++)
            {
                var group = definition.Groups[i];
                isChanged |= group.IsColor
                    ? ui.ColorField(group.Label, values.Slice(first, group.Count), ref _isOpen[i], StylingTexts.MeanColour)
                    : ui.Slider(group.Label, ref values[first], group.Min, group.Max, tooltip: group.Label, usual: group.Neutral[0]);
                live.Controls.Place(group.Label);
                first += group.Count;
            }
        }

        if (isChanged)
        {
            style.Set(values);
        }
    }

    private void Saved(Ui ui, StyleInput input)
    {
        var before = _chosen;
        if (_saved.Pictures.Count > 0)
        {
            ui.ImageGrid("saved styles", _saved.Pictures, ref _chosen, GridHeight, ThumbnailSide, out _);
            live.Controls.Place("saved styles");
            if (_chosen >= 0 && _chosen != before)
            {
                Choose(input, _saved.File(_chosen));
            }
        }

        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(StylingTexts.Save, StylingTexts.SaveHint, isEnabled: translator.Picture is not null))
            {
                Save(input);
            }

            live.Controls.Place("style save");
            if (ui.Button(StylingTexts.Delete, StylingTexts.DeleteHint, isEnabled: _chosen >= 0 && _chosen < _saved.Pictures.Count))
            {
                Remove();
            }
        }
    }

    /// <summary>Apart from the frame's own path, for what its lambda captures; so are the other two.</summary>
    private void Choose(StyleInput input, string file) => live.Notices.Try(() => style.ChangeTo(StyleFile.Load(file, input.Definition)));

    private void Save(StyleInput input) => live.Notices.Try(() =>
    {
        var values = new float[input.Definition.Count];
        input.CopyTo(values);
        var picture = new PixelImage(translator.Picture!.Size.Width, translator.Picture.Size.Height);
        translator.Read(picture);
        var path = _saved.Add(input.Definition, values, picture);
        _chosen = -1;
        live.Log.Write("style", new { saved = path });
        live.Notices.TellSaved(FrameTexts.Saved(path), path);
    });

    private void Remove() => live.Notices.Try(() =>
    {
        _saved.Remove(_chosen);
        _chosen = -1;
    });
}
