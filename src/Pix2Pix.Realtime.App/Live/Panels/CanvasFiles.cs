using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Styling;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>Files in and out: dropped on the window, opened and saved. Main thread.</summary>
internal sealed class CanvasFiles(LiveContext live, LabelCanvasComponent canvas, Scene scene)
{
    private static readonly FileFilter Openable = new(PanelsTexts.OpenableFiles, [.. ImageFile.NameEndings, ".onnx", Recording]);
    private static readonly FileFilter Savable = new(PanelsTexts.SavableFiles, ".png", Recording);

    /// <summary>The ending of a stroke recording's name.</summary>
    private const string Recording = ".yaml";

    private FileBrowser? _opening;
    private FileBrowser? _saving;

    /// <summary>A picture of two halves of which one is a label map; null = nothing is asked.</summary>
    private string? _pair;
    private string? _lastPath;

    public void AskToOpen() => live.Notices.Try(() =>
    {
        _opening = new FileBrowser(ShortcutsTexts.Open, FileBrowserKind.OpenFile, _lastPath ?? live.Results.PicturesPath, [Openable, FileFilter.All]);
        live.Log.Write("asks", new { to = "open" });
    });

    public void AskToSave() => live.Notices.Try(() =>
    {
        var folder = _lastPath is null ? live.Results.Pictures : Path.GetDirectoryName(_lastPath)!;
        var isMap = _lastPath?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) == true;
        _saving = new FileBrowser(
            PanelsTexts.SaveMap, FileBrowserKind.SaveFile, isMap ? _lastPath! : ResultFolders.NewFile(folder, "label-map.png"), [Savable]);
        live.Log.Write("asks", new { to = "save" });
    });

    /// <summary>Once a frame, after everything else was declared: takes what was dropped, and shows the dialog that is open.</summary>
    public void Update()
    {
        foreach (ref readonly var input in live.Pump.Events)
        {
            if (input is { Kind: InputKind.FileDrop, Path: { } path })
            {
                Drop(path);
            }
        }

        if (live.Ui.Answered(ref _opening) is { } opened)
        {
            _lastPath = opened;
            Open(opened);
        }

        if (live.Ui.Answered(ref _saving) is { } saved)
        {
            _lastPath = saved;
            SaveAs(saved);
        }

        AskForHalf();
    }

    /// <summary>A photograph that is dropped on the panel is a style, where the generator knows styles; elsewhere it is a label map.</summary>
    private void Drop(string path)
    {
        var isOnPanel = live.Workspace.Info.Contains(live.Ui.Input.Pointer.X, live.Ui.Input.Pointer.Y);
        if (!isOnPanel || !ImageFile.IsPicture(path) || scene.Find<StyleComponent>()?.TakeFrom(path) != true)
        {
            Open(path);
        }
    }

    private void AskForHalf()
    {
        if (_pair is not { } path)
        {
            return;
        }

        var answer = live.Ui.Confirm(PanelsTexts.IsPairQuestion, PanelsTexts.IsPair(Path.GetFileName(path)), PanelsTexts.LabelHalf, PanelsTexts.WholePicture);
        if (answer != Answer.NotYet)
        {
            _pair = null;
            OpenPair(path, labelHalf: answer == Answer.Yes);
        }
    }

    /// <summary>Apart from the frame's own path, for what its lambda captures.</summary>
    private void OpenPair(string path, bool labelHalf) => live.Notices.Try(() => canvas.Open(path, labelHalf));

    /// <summary>Does the obvious thing with a file: a picture becomes the label map, an .onnx the generator, a video or a folder of pictures the live source.</summary>
    public void Open(string path)
    {
        if (path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && scene.Find<TranslatorComponent>() is { } translator)
        {
            translator.LoadInBackground(path);
        }
        else if (SourceAddress.IsVideoOrFolder(path) && scene.Find<SourceComponent>() is { } source)
        {
            live.Notices.Try(() => source.Choose(path));
        }
        else if (path.EndsWith(Recording, StringComparison.OrdinalIgnoreCase))
        {
            live.Notices.Try(() => OpenYaml(path));
        }
        else if (ImageFile.IsPicture(path))
        {
            live.Notices.Try(() => OpenPicture(path));
        }
        else
        {
            live.Notices.Tell(ToastKind.Warning, PanelsTexts.UnknownFile(Path.GetFileName(path)));
        }
    }

    private void OpenYaml(string path)
    {
        if (SceneFile.IsScene(path))
        {
            live.Quit.Open(path);
        }
        else
        {
            canvas.Recording.Play(path);
        }
    }

    private void OpenPicture(string path)
    {
        if (LabelMapFile.IsPair(path, canvas.Palette))
        {
            _pair = path;
            live.Log.Write("asks", new { to = "label half" });
            live.Frames.RequestDraw();
        }
        else
        {
            canvas.Open(path);
        }
    }

    private void SaveAs(string path) => live.Notices.Try(() =>
    {
        if (path.EndsWith(Recording, StringComparison.OrdinalIgnoreCase))
        {
            canvas.Recording.Save(path);
        }
        else
        {
            canvas.Save(path);
        }
    });
}
