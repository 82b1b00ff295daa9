using System.Globalization;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>
/// A run's sample sheets over time: small pictures to drag through, and the sheet of the chosen step, which is the newest one as long as
/// nobody goes back. UI thread; the files are read on the thread pool, one at a time.
/// </summary>
internal sealed class SampleStrip(LiveContext live, TrainingSession session)
{
    private const string Prefix = "step-";
    private const float StripHeight = 40;
    private const float SheetHeight = 340;
    private const float StepWidth = 80;

    /// <summary>Pixels of a small picture: sharp also at twice the scale.</summary>
    private const int SmallSide = 80;

    private readonly List<SampleSheet> _sheets = [];
    private Func<int, PixelImage?>? _small;
    private SampleSheet? _wanted;
    private SampleSheet? _shown;
    private PixelImage? _picture;
    private int _chosen;
    private bool _isReading;
    private bool _isLarge;
    private FolderListing? _listed;
    private Read? _read;

    /// <summary>Another run begins. One that continues has sheets already.</summary>
    public void Begin(RunStarted started)
    {
        _sheets.Clear();
        (_shown, _picture, _chosen) = (null, null, 0);
        if (started.Step > 0)
        {
            InBackground(async () => Volatile.Write(ref _listed, await (await session.HostAsync()).BrowseAsync($"{started.Folder}/samples", CancellationToken.None)));
        }
    }

    public void Add(SampleSheetDrawn drawn) => Add(new SampleSheet(drawn.Step, drawn.File));

    /// <summary>Declares strip and sheet; nothing before the first one.</summary>
    public void Draw(Ui ui)
    {
        TakeListing();
        TakeSheet();
        if (_sheets.Count == 0)
        {
            return;
        }

        _wanted = null;
        ui.FilmStrip("samples", _sheets.Count, _small ??= Small, ref _chosen, StripHeight, RunTexts.ScrubHint);
        live.Controls.Place("samples");
        var sheet = _sheets[_chosen];
        _wanted = sheet == _shown ? _wanted : sheet;
        if (!_isReading && _wanted is { } wanted)
        {
            _isReading = true;
            InBackground(() => ReadAsync(wanted));
        }

        if (ui.ImageButton("sheet", _picture, SheetHeight, RunTexts.Enlarge, version: _shown?.Step ?? 0))
        {
            _isLarge = true;
        }

        live.Controls.Place("sheet");
        using (ui.Row(StepWidth, Track.Fill))
        {
            ui.Label(RunTexts.Step(ui, (_shown ?? sheet).Step));
            ui.Label(RunTexts.SheetColumns, Theme.TextDim, TextAlign.Right);
        }
    }

    /// <summary>Once a frame, after everything else was declared: the sheet as large as the window, until any key or click.</summary>
    public void ShowLarge(Ui ui)
    {
        if (!_isLarge || _picture is not { } picture)
        {
            return;
        }

        var isOver = ui.Input.TakeAnyPress();
        using (var dialog = ui.Dialog(RunTexts.StepTitle(_shown?.Step ?? 0), ui.Size.Width / ui.Scale, ui.Size.Height / ui.Scale))
        {
            ui.PaintImage(ui.Rest(), picture, _shown?.Step ?? 0);
            isOver |= dialog.IsDismissed;
        }

        if (isOver)
        {
            _isLarge = false;
            ui.EndDialog();
            live.Frames.RequestDraw();
        }
    }

    private void Add(SampleSheet sheet)
    {
        var index = _sheets.FindLastIndex(before => before.Step <= sheet.Step);
        if (index >= 0 && _sheets[index].Step == sheet.Step)
        {
            return;
        }

        var follows = _chosen >= _sheets.Count - 1;
        _sheets.Insert(index + 1, sheet);
        _chosen = follows ? _sheets.Count - 1 : index < _chosen ? _chosen + 1 : _chosen;
    }

    private PixelImage? Small(int index)
    {
        var sheet = _sheets[index];
        _wanted ??= sheet.WasRead ? null : sheet;
        return sheet.Small;
    }

    private void TakeListing()
    {
        if (Interlocked.Exchange(ref _listed, null) is not { } listing)
        {
            return;
        }

        foreach (var name in listing.Files)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(Path.GetFileNameWithoutExtension(name)[Prefix.Length..], CultureInfo.InvariantCulture, out var step))
            {
                Add(new SampleSheet(step, $"{listing.Folder}/{name}"));
            }
        }
    }

    private void TakeSheet()
    {
        if (Interlocked.Exchange(ref _read, null) is not { } read)
        {
            return;
        }

        _isReading = false;
        (read.Sheet.WasRead, read.Sheet.Small) = (true, read.Small);
        if (_sheets.Count > 0 && read.Sheet == _sheets[_chosen])
        {
            (_shown, _picture) = (read.Sheet, read.Picture);
            live.Log.Write("sheet", new { step = read.Sheet.Step });
        }
    }

    private async Task ReadAsync(SampleSheet sheet)
    {
        var read = new Read(sheet, null, null);
        try
        {
            var picture = ImageFile.Decode(await session.ReadAsync(sheet.File));
            read = new Read(sheet, picture, Shrink(picture));
        }
        finally
        {
            Volatile.Write(ref _read, read);
        }
    }

    /// <summary>The first row's output: the middle third, without the gaps beside it.</summary>
    private static PixelImage Shrink(PixelImage sheet)
    {
        var side = sheet.Width / 3;
        var column = sheet.Columns(side, side);
        return ImageFile.ResizeBicubic(new PixelImage(side, Math.Min(side, column.Height), column.Rgba[..(side * Math.Min(side, column.Height) * 4)]), SmallSide, SmallSide);
    }

    private void InBackground(Func<Task> work) => Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            live.Notices.Tell(ToastKind.Warning, RunTexts.SheetNotShown(fault.Message));
        }

        live.Pump.Wake();
    });

    /// <summary>The content of a sheet; without images if it can't be read.</summary>
    private sealed record Read(SampleSheet Sheet, PixelImage? Picture, PixelImage? Small);
}
