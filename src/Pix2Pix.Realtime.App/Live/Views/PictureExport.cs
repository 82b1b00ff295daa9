using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.App.Live.Views;

/// <summary>Keeps what is on the screen: the translation, or label map and translation side by side, as a file or on the clipboard. Main thread.</summary>
internal sealed class PictureExport(LiveContext live, LabelCanvasComponent canvas, TranslatorComponent translator)
{
    private FileBrowser? _saving;
    private bool _savesBoth;
    private string? _folder;

    private bool IsThere => translator.Picture is not null;

    /// <summary>Takes the keys, whether the buttons are in view or not.</summary>
    public void Keys(Ui ui)
    {
        if (IsThere && ui.Input.TakeKey(live.Keys[KeyAction.SavePicture]))
        {
            Ask(both: false);
        }

        if (IsThere && ui.Input.TakeKey(live.Keys[KeyAction.Copy]))
        {
            Copy();
        }
    }

    /// <summary>Asks where to, while there is something to be asked; after everything else.</summary>
    public void Show(Ui ui)
    {
        if (ui.Answered(ref _saving) is { } chosen)
        {
            Save(chosen);
        }
    }

    /// <summary>Declares the buttons.</summary>
    public void Draw(Ui ui)
    {
        ui.Heading(ViewsTexts.Keep);
        using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
        {
            if (ui.Button(ViewsTexts.Picture, ViewsTexts.PictureHint, live.Keys[KeyAction.SavePicture], IsThere))
            {
                Ask(both: false);
            }

            if (ui.Button(ViewsTexts.Both, ViewsTexts.BothHint, isEnabled: IsThere && !canvas.IsCovered))
            {
                Ask(both: true);
            }

            if (ui.Button(ViewsTexts.Copy, ViewsTexts.CopyHint, live.Keys[KeyAction.Copy], IsThere))
            {
                Copy();
            }
        }
    }

    private void Ask(bool both) => live.Notices.Try(() =>
    {
        _savesBoth = both;
        _saving = new FileBrowser(
            both ? ViewsTexts.SaveBoth : ViewsTexts.SavePicture, FileBrowserKind.SaveFile,
            ResultFolders.NewFile(_folder ?? live.Results.Pictures, both ? "pair.png" : "translation.png"), [new FileFilter(ViewsTexts.Images, ".png", ".jpg")]);
    });

    private void Save(string path) => live.Notices.Try(() =>
    {
        ImageFile.Save(path, _savesBoth ? Both() : Translation());
        _folder = Path.GetDirectoryName(path)!;
        live.Log.Write("keep", new { path });
        live.Notices.TellSaved(FrameTexts.Saved(path), path);
    });

    private void Copy()
    {
        var picture = Translation();
        Task.Run(async () =>
        {
            try
            {
                await PictureClipboard.CopyAsync(picture);
                live.Notices.Tell(ToastKind.Done, ViewsTexts.Copied);
            }
            catch (UserException fault)
            {
                live.Notices.Tell(ToastKind.Warning, fault.Message);
            }
        });
    }

    /// <summary>Photograph left, labels right: the order of pix2pix's facades.</summary>
    private PixelImage Both()
    {
        var translation = Translation();
        var labels = new LabelDecoder(canvas.Palette).Encode(LabelMapFile.Resize(canvas.Canvas.Map, translation.Width, translation.Height));
        return translation.Beside(labels);
    }

    private PixelImage Translation()
    {
        var picture = new PixelImage(translator.Picture!.Size.Width, translator.Picture.Size.Height);
        translator.Read(picture);
        return picture;
    }
}
