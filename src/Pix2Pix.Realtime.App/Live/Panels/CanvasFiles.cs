using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Files;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>Files in and out: dropped on the window, opened and saved. Main thread.</summary>
internal sealed class CanvasFiles(LiveContext live, LabelCanvasComponent canvas, Scene scene)
{
    private static readonly FileFilter Openable = new("Label maps, stroke recordings and generators", [.. ImageFile.NameEndings, ".onnx", Sitting]);
    private static readonly FileFilter Savable = new("Label maps (png), stroke recordings (yaml)", ".png", Sitting);

    /// <summary>How the name of a file of strokes ends.</summary>
    private const string Sitting = ".yaml";

    private FileBrowser? _opening;
    private FileBrowser? _saving;
    private string _lastPath = Environment.CurrentDirectory;

    public void AskToOpen()
    {
        _opening = new FileBrowser("Open a label map, a stroke recording or a generator", FileBrowserKind.OpenFile, _lastPath, [Openable, FileFilter.All]);
        live.Log.Write("asks", new { to = "open" });
    }

    public void AskToSave()
    {
        var folder = File.Exists(_lastPath) ? Path.GetDirectoryName(_lastPath)! : _lastPath;
        var start = _lastPath.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? _lastPath : Path.Combine(folder, "label-map.png");
        _saving = new FileBrowser("Save the label map (.png) or the stroke recording (.yaml)", FileBrowserKind.SaveFile, start, [Savable]);
        live.Log.Write("asks", new { to = "save" });
    }

    /// <summary>Once a frame, after everything else was declared: takes what was dropped, and shows the dialog that is open.</summary>
    public void Update()
    {
        foreach (ref readonly var input in live.Pump.Events)
        {
            if (input is { Kind: InputKind.FileDrop, Path: { } path })
            {
                Open(path);
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
            SaveAs(Path.HasExtension(saved) ? saved : $"{saved}.png");
        }
    }

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
        else if (path.EndsWith(Sitting, StringComparison.OrdinalIgnoreCase))
        {
            live.Notices.Try(() => canvas.Recording.Play(path));
        }
        else if (ImageFile.IsPicture(path))
        {
            live.Notices.Try(() => canvas.Open(path));
        }
        else
        {
            live.Notices.Tell(ToastKind.Warning, $"Expected a label map (.png, .jpg), a stroke recording (.yaml), a generator (.onnx), a video or a folder of images, found '{Path.GetFileName(path)}'.");
        }
    }

    private void SaveAs(string path) => live.Notices.Try(() =>
    {
        if (path.EndsWith(Sitting, StringComparison.OrdinalIgnoreCase))
        {
            canvas.Recording.Save(path);
        }
        else
        {
            canvas.Save(path);
        }
    });
}
