using Pix2Pix.Realtime.App.Live.Parts;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Kit;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live;

/// <summary>Files in and out: dropped on the window, opened and saved. Main thread.</summary>
internal sealed class CanvasFiles(Stage stage, PaintableCanvas canvas, Scene scene)
{
    /// <summary>Once a frame: takes what was dropped.</summary>
    public void Update()
    {
        foreach (ref readonly var input in stage.Pump.Events)
        {
            if (input is { Kind: InputKind.FileDrop, Path: { } path })
            {
                Open(path);
            }
        }
    }

    public void AskToOpen() => stage.Tell(ToastKind.Note, "Drop a label map or a generator on the window to open it.");

    /// <summary>Saves under the next free name in the folder that the program was started in.</summary>
    public void AskToSave()
    {
        var number = 1;
        while (File.Exists($"label-map-{number:000}.png"))
        {
            number++;
        }

        stage.Try(() => canvas.Save(Path.GetFullPath($"label-map-{number:000}.png")));
    }

    /// <summary>Does the obvious thing with a file: a picture becomes the label map, an .onnx the generator.</summary>
    public void Open(string path)
    {
        if (path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && scene.Find<Translator>() is { } translator)
        {
            translator.LoadInBackground(path);
        }
        else if (ImageFile.IsPicture(path))
        {
            stage.Try(() => canvas.Open(path));
        }
        else
        {
            stage.Tell(ToastKind.Warning, $"Expected a label map (.png, .jpg) or a generator (.onnx), found '{Path.GetFileName(path)}'.");
        }
    }
}
