using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Gui.Files;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>The form before Start: the dataset and its content, the recipe, and the run's name. UI thread.</summary>
internal sealed class StartForm
{
    /// <summary>Most estimates take these lines at the usual width; a shorter one must not move Start.</summary>
    private const int EstimateLines = 3;

    private readonly LiveContext _live;
    private readonly TrainingSession _session;
    private readonly RunForm _form;
    private readonly DatasetCard _dataset;
    private readonly AdvancedSettings _advanced;
    private readonly RunList _runs;
    private readonly PairRecorder _pairs;
    private FileBrowser? _browser;
    private HostBrowser? _hostBrowser;
    private bool _wasSeen;
    private string? _sent;
    private (SettingValues? Settings, IReadOnlyList<RunInfo>? Runs) _estimated;
    private RunEstimate? _estimate;

    public StartForm(LiveContext live, TrainingSession session, LabelCanvasComponent canvas)
    {
        (_live, _session) = (live, session);
        _form = new RunForm(() => canvas.Canvas.Width, session.Runs, live.Person.Get(PersonalSettings.Dataset));
        _dataset = new DatasetCard(live, session, _form);
        _advanced = new AdvancedSettings(live, _form);
        _runs = new RunList(live, session, _form.GoOnFrom);
        _pairs = new PairRecorder(live, canvas, Train);
    }

    /// <summary>Declares the controls.</summary>
    public void Draw(Ui ui)
    {
        if (!_wasSeen)
        {
            _wasSeen = true;
            _dataset.Chosen();
        }

        ui.Heading(TrainingTexts.TrainGenerator);
        Dataset(ui);
        _pairs.Draw(ui);
        ui.Separator();
        Recipe(ui);
        ui.TextBox(TrainingTexts.StartsFrom, ref _form.StartFrom, _form.PresetStart, TrainingTexts.StartsFromHint);
        _live.Controls.Place("starts from", _form.StartFrom);
        if (_advanced.Draw(ui) is { } changed)
        {
            if (changed == "data")
            {
                _dataset.Chosen();
            }

            ui.Wake(TimeSpan.Zero);
        }

        Estimate(ui);
        if (ui.Button(TrainingTexts.Start, TrainingTexts.StartHint, isPrimary: true))
        {
            _live.Notices.Try(Start);
        }

        _live.Controls.Place("start");
        ui.Separator();
        _runs.Draw(ui);
    }

    private void Start()
    {
        _live.Person.Set(PersonalSettings.Dataset, _form.Data);
        _session.Start(_form.Settings, resume: false);
    }

    /// <summary>Once a frame, after everything else was declared.</summary>
    public void Update(double seconds)
    {
        if (Interlocked.Exchange(ref _sent, null) is { } sent)
        {
            Train(sent);
        }

        _dataset.Update(seconds);
        _runs.Update();
        _pairs.Update();
        if (_hostBrowser?.Show(_live.Ui) is Answer.Yes or Answer.No)
        {
            if (_hostBrowser.Chosen is { } far)
            {
                Train(far);
            }

            _hostBrowser = null;
            _live.Ui.EndDialog();
        }

        if (_live.Ui.Answered(ref _browser) is { } folder)
        {
            Train(folder);
        }
    }

    /// <summary>A remote host's folders are the host's to show; those of this machine are here too, to be sent.</summary>
    private void Browse(Ui ui)
    {
        using (_session.IsLocal ? ui.Row(Track.Fill) : ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(TrainingTexts.Browse, TrainingTexts.BrowseHint))
            {
                _browser = new FileBrowser(TrainingTexts.ChooseDataset, FileBrowserKind.OpenFolder, Directory.Exists(_form.Data) ? _form.Data : Environment.CurrentDirectory);
            }

            if (!_session.IsLocal && ui.Button(TrainingTexts.OnHost, TrainingTexts.OnHostHint))
            {
                _hostBrowser = new HostBrowser(_live, _session);
            }

            _live.Controls.Place("browse");
        }
    }

    /// <summary>Makes a folder the dataset, and looks at it.</summary>
    public void Train(string folder)
    {
        _form.Data = folder;
        _dataset.Chosen();
    }

    /// <summary>A dataset of this machine has to be on the host's.</summary>
    private void Send(string folder) => Task.Run(async () =>
    {
        try
        {
            _live.Notices.Tell(ToastKind.Note, TrainingTexts.Sending(folder));
            var sent = await (await _session.HostAsync()).SendDatasetAsync(folder, CancellationToken.None);
            _live.Log.Write("sent", new { folder = sent });
            Volatile.Write(ref _sent, sent);
        }
        catch (Exception fault)
        {
            _live.Notices.Tell(ToastKind.Fault, TrainingTexts.NotSent(fault.Message));
        }

        _live.Pump.Wake();
    });

    private void Dataset(Ui ui)
    {
        _dataset.Typed(ui.TextBox(TrainingTexts.Dataset, ref _form.Data, TrainingTexts.DatasetPlaceholder, TrainingTexts.DatasetHint, _dataset.IsWrong));
        _live.Controls.Place("dataset", _form.Data);
        Browse(ui);

        if (!_session.IsLocal && Directory.Exists(_form.Data))
        {
            if (ui.Button(TrainingTexts.SendToHost, TrainingTexts.SendToHostHint))
            {
                Send(_form.Data);
            }

            _live.Controls.Place("send");
        }

        if (_dataset.Draw(ui))
        {
            _live.Notices.Try(() => _form.Direction = _form.Settings.Get(TrainingSettings.DataDirection) == Direction.AtoB ? Direction.BtoA : Direction.AtoB);
            _dataset.Chosen();
        }
    }

    /// <summary>Worked out again when the settings or the runs they are judged by have changed.</summary>
    private void Estimate(Ui ui)
    {
        if (!ReferenceEquals(_estimated.Settings, _form.Settings) || !ReferenceEquals(_estimated.Runs, _runs.Found))
        {
            _estimated = (_form.Settings, _runs.Found);
            _estimate = RunEstimate.Of(_form.Settings, _runs.Found, _session.IsLocal);
            _live.Log.Write("estimate", new { words = _estimate.Words, excess = _estimate.Excess });
        }

        ui.Note(_estimate!.Words, least: EstimateLines);
        if (_estimate.Excess is { } excess)
        {
            ui.Note(excess, Theme.Warning);
        }
    }

    private void Recipe(Ui ui)
    {
        ui.TextBox(TrainingTexts.Name, ref _form.Name, TrainingTexts.NamePlaceholder, TrainingTexts.NameHint);
        _live.Controls.Place("name", _form.Name);
        var (preset, width, steps) = (_form.Preset, _form.Width, _form.Steps);
        if (ui.DropDown(TrainingTexts.Preset, ref preset, _form.Presets, TrainingTexts.PresetHint))
        {
            _form.Preset = preset;
            _dataset.Chosen();
        }

        ui.Note(_form.PresetWords[_form.Preset]);
        if (ui.Number(TrainingTexts.Width, ref width, 4, 128, 4, TrainingTexts.WidthHint))
        {
            _form.Width = width;
        }

        _live.Controls.Place("width", width);
        if (ui.Number(TrainingTexts.Steps, ref steps, 50, 1_000_000, 500, TrainingTexts.StepsHint))
        {
            _form.Steps = steps;
        }

        _live.Controls.Place("steps", steps);
    }
}
