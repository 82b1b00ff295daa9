using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.App.Samples;

/// <summary>A contact sheet of label maps; a click loads one onto the canvas, where it can be undone like a stroke. UI thread; pictures are made on the thread pool.</summary>
internal sealed class SampleGallery(LiveContext live, LabelCanvasComponent canvas)
{
    private const int ThumbnailSide = 96;

    private string _folder = SampleFolder.Drawn;
    private string _listed = "";
    private string? _passedOver;
    private IReadOnlyList<Sample> _samples = [];
    private GridImage[] _grid = [];
    private FileBrowser? _browser;
    private int _chosen = -1;

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        ui.Heading(SamplesTexts.Samples);
        if (ui.TextBox(SamplesTexts.From, ref _folder, SamplesTexts.FromPlaceholder, SamplesTexts.FromHint) == Typed.Entered || _listed.Length == 0)
        {
            List();
        }

        if (ui.Button(SamplesTexts.Browse, SamplesTexts.ChooseFolder))
        {
            _browser = new FileBrowser(SamplesTexts.ChooseFolder, FileBrowserKind.OpenFolder, Directory.Exists(_folder) ? _folder : Environment.CurrentDirectory);
        }

        var before = _chosen;
        ui.ImageGrid("samples", _grid, ref _chosen, 480, ThumbnailSide, out _);
        live.Controls.Place("samples");
        if (_passedOver is not null)
        {
            ui.Note(_passedOver);
        }

        if (_chosen >= 0 && _chosen != before)
        {
            Load(_samples[_chosen]);
        }

        if (ui.Answered(ref _browser) is { } chosen)
        {
            _folder = chosen;
            List();
        }
    }

    private void List()
    {
        _listed = _folder;
        (_chosen, _samples, _grid, _passedOver) = (-1, [], [], null);
        live.Notices.Try(() =>
        {
            _samples = SampleFolder.List(_folder, canvas.Palette, canvas.Canvas.Width);
            _passedOver = SampleFolder.PassedOver(_folder);
            _grid = [.. _samples.Select(sample => new GridImage(sample.Name, null))];
            var (samples, grid) = (_samples, _grid);
            Task.Run(() => MakeThumbnails(samples, grid));
        });
    }

    /// <summary>Fills the grid from its beginning; stops when another folder was listed.</summary>
    private void MakeThumbnails(IReadOnlyList<Sample> samples, GridImage[] grid)
    {
        for (var i = 0; i < samples.Count && ReferenceEquals(grid, _grid); i++)
        {
            try
            {
                grid[i] = new GridImage(samples[i].Name, samples[i].ReadLabels().ResizeNearest(ThumbnailSide, ThumbnailSide));
            }
            catch (UserException fault)
            {
                // One bad file leaves its place empty; choosing it says why.
                live.Log.Write("sample", new { name = samples[i].Name, fault = fault.Message });
            }

            live.Pump.Wake();
        }
    }

    private void Load(Sample sample) => live.Notices.Try(() =>
    {
        var map = new LabelDecoder(canvas.Palette).Decode(sample.ReadLabels(), out _);
        canvas.Session.Load(LabelMapFile.Resize(map, canvas.Canvas.Width, canvas.Canvas.Height));
        live.Log.Write("sample", new { name = sample.Name });
    });
}
