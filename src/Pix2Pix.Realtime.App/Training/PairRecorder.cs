using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>A dataset that a user makes here: the canvas and the picture that belongs to it become a pair. UI thread.</summary>
internal sealed class PairRecorder(LiveContext live, LabelCanvasComponent canvas, Action<string> train)
{
    private const float PreviewHeight = 96;

    private static readonly FileFilter Pictures = new(TrainingTexts.Pictures, ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp");

    private string _folder = "";
    private string _picture = "";
    private string _shown = "";
    private PixelImage? _target;
    private bool? _isOpen = false;
    private FileBrowser? _folders;
    private FileBrowser? _pictures;

    /// <summary>Declares the controls.</summary>
    public void Draw(Ui ui)
    {
        if (ui.TreeRow(TrainingTexts.PaintPairs, ref _isOpen))
        {
            _isOpen = !_isOpen;
        }

        live.Controls.Place("own pairs");
        if (_isOpen is not true)
        {
            return;
        }

        if (Path(ui, TrainingTexts.PairsIn, ref _folder, TrainingTexts.PairsInPlaceholder, TrainingTexts.PairsInHint, place: "pairs folder"))
        {
            _folders = new FileBrowser(TrainingTexts.ChoosePairs, FileBrowserKind.OpenFolder, Directory.Exists(_folder) ? _folder : Environment.CurrentDirectory);
        }

        if (Path(ui, TrainingTexts.Picture, ref _picture, TrainingTexts.Photograph, TrainingTexts.PhotographHint, place: "pair picture"))
        {
            _pictures = new FileBrowser(TrainingTexts.ChoosePhotograph, FileBrowserKind.OpenFile, File.Exists(_picture) ? _picture : Environment.CurrentDirectory, [Pictures]);
        }

        if (_shown != _picture)
        {
            _shown = _picture;
            _target = null;
            if (File.Exists(_picture))
            {
                live.Notices.Try(() => _target = Framed(_picture));
                live.Log.Write("picture", new { path = _picture });
            }
        }

        if (_target is not null)
        {
            ui.Image(_target, PreviewHeight);
        }

        if (ui.Button(TrainingTexts.AddPair, TrainingTexts.AddPairHint, isEnabled: _target is not null && _folder.Length > 0))
        {
            live.Notices.Try(Add);
            ui.Wake(TimeSpan.Zero);
        }

        live.Controls.Place("add pair");
    }

    /// <summary>Once a frame, after everything else was declared.</summary>
    public void Update()
    {
        _folder = live.Ui.Answered(ref _folders) ?? _folder;
        _picture = live.Ui.Answered(ref _pictures) ?? _picture;
    }

    private void Add()
    {
        var labels = new LabelDecoder(canvas.Palette).Encode(canvas.Canvas.Map);
        var path = PairWriter.Add(_folder, _target!, labels);
        live.Log.Write("pair", new { path });
        live.Notices.TellSaved(TrainingTexts.Added(path), path);
        train(_folder);
    }

    private PixelImage Framed(string path)
    {
        var target = new PixelImage(canvas.Canvas.Width, canvas.Canvas.Height);
        PictureFraming.Draw(ImageFile.Load(path).OnWhite(), target, new SourceOptions { Size = new PixelSize(target.Width, target.Height) });
        return target;
    }

    /// <returns>Whether the user wants to look for it.</returns>
    private bool Path(Ui ui, string label, ref string path, string placeholder, string tooltip, string place)
    {
        ui.TextBox(label, ref path, placeholder, tooltip);
        live.Controls.Place(place, path);
        return ui.Button($"{TrainingTexts.Browse}##{label}", tooltip);
    }
}
