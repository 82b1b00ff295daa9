using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Rendering.Kit;
using Pix2Pix.Realtime.Rendering.Kit.Controls;
using Pix2Pix.Realtime.Rendering.Kit.Files;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Parts;

/// <summary>The scene's <c>TrainingPanel</c>: starts a run, shows how it goes, and puts each new generator under the brush. Drawn as a tab of <see cref="InfoPanel"/>.</summary>
internal sealed class TrainingPanel : Behaviour
{
    /// <summary>The share of the processor that training keeps while someone paints.</summary>
    private const double ShareWhilePainting = 0.35;

    /// <summary>Seconds without a stroke until training has everything again.</summary>
    private const double Calm = 2;

    public static readonly Setting<string> Host = SettingKinds.Words("host", "", "a command", "how the training host is started; empty = on this machine, or such as: ssh gpu-box pix2pix host");

    public static readonly SettingsTable Properties = new(Host);

    private readonly Stage _stage;
    private readonly TrainingSession _session;
    private readonly RunForm _form = new();
    private FileBrowser? _browser;
    private PaintableCanvas _canvas = null!;
    private Translator _translator = null!;
    private bool _showsNewest = true;
    private double _lastPaint = double.NegativeInfinity;
    private double _share = 1;

    public TrainingPanel(Stage stage, SettingValues values)
    {
        _stage = stage;
        _session = new TrainingSession(values.Get(Host), stage.Pump.Wake, words => stage.Tell(ToastKind.Warning, words));
        stage.QuitGuard = () => _session.IsTraining;
    }

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        if (_session.IsTraining)
        {
            Running(ui);
        }
        else
        {
            Form(ui);
        }

        if (_session.Progress.TotalSteps > 0)
        {
            ui.Separator();
            Curves(ui);
        }
    }

    protected override void Start()
    {
        _canvas = Scene.Require<PaintableCanvas>("LabelCanvas");
        _translator = Scene.Require<Translator>("Translator");
    }

    protected override void Update(FrameTime time)
    {
        if (_session.Update())
        {
            _stage.RequestDraw();
        }

        if (!_translator.IsLoading && _session.TakeSnapshot() is { } snapshot && _showsNewest)
        {
            _translator.LoadInBackground(snapshot);
        }

        ShareFairly(time.Seconds);
        Dialogs();
    }

    protected override void OnDestroy() => _session.Close();

    private void Form(Ui ui)
    {
        ui.Heading("Train a generator");
        ui.TextBox("Dataset", ref _form.Data, "synth, or a folder of pairs", "A folder in pix2pix's layout, two folders A and B, or synth for drawn facades");
        if (ui.Button("Browse", "Choose a dataset's folder"))
        {
            _browser = new FileBrowser("Choose a dataset", FileBrowserKind.OpenFolder, Directory.Exists(_form.Data) ? _form.Data : Environment.CurrentDirectory);
        }

        ui.TextBox("Name", ref _form.Name, "a folder's name", "The run's folder below runs/");
        var preset = _form.Preset < 0 ? Math.Max(0, Quick()) : _form.Preset;
        if (ui.DropDown("Preset", ref preset, _form.Presets, "The recipe that everything else is taken from"))
        {
            _form.Preset = preset;
        }

        var (width, steps) = (_form.Width, _form.Steps);
        if (ui.Number("Width", ref width, 4, 128, 4, "Channels of the first level: the cost grows with its square"))
        {
            _form.Width = width;
        }

        if (ui.Number("Steps", ref steps, 50, 1_000_000, 500, "How long to train"))
        {
            _form.Steps = steps;
        }

        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button("Start", "Train, and paint on the generator while it learns", isPrimary: true))
            {
                Begin(resume: false);
            }

            if (ui.Button("Resume", "Go on with the run of this name from its newest checkpoint"))
            {
                Begin(resume: true);
            }
        }

        if (_session.Progress.Words.Length > 0)
        {
            ui.Note(_session.Progress.Words, _session.Progress.IsHealthy ? Theme.TextDim : Theme.Warning);
        }
    }

    private void Running(Ui ui)
    {
        var run = _session.Progress;
        ui.Heading(run.Name.Length > 0 ? run.Name : "Starting");
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (_session.Phase == SessionPhase.Paused)
            {
                if (ui.Button("Continue", "Go on training", isPrimary: true))
                {
                    _session.Continue();
                }
            }
            else if (ui.Button("Pause", "Finish the step and wait", isEnabled: _session.Phase == SessionPhase.Training))
            {
                _session.Pause();
            }

            if (ui.Button("Stop", "Finish the step, save and end; Resume goes on later", isEnabled: _session.Phase != SessionPhase.Starting))
            {
                _session.Stop();
            }
        }

        ui.Toggle("Show newest generator", ref _showsNewest, "Put each exported generator under the brush as soon as it is checked and warm");
        if (run.TotalSteps > 0)
        {
            ui.Progress(run.Step / (float)run.TotalSteps, $"step {run.Step:N0} of {run.TotalSteps:N0}");
            ui.Value("Speed", $"{run.StepsPerSecond:0.0} steps/s");
            ui.Value("Left", $"{TimeSpan.FromSeconds(Math.Min(run.SecondsLeft, 3.6e6)):hh\\:mm\\:ss}");
        }

        if (run.Words.Length > 0)
        {
            ui.Note(run.Words, run.IsHealthy ? Theme.TextDim : Theme.Warning);
        }
    }

    private void Curves(Ui ui)
    {
        var run = _session.Progress;
        if (run.ValidationL1 is { } l1)
        {
            ui.Value("Validation L1", $"{l1:0.0000}");
        }

        ui.Plot("losses", run.Losses, 140, isLogarithmic: true, smoothing: 0.6f);
        if (_session.Sheet is { } sheet)
        {
            ui.Image(sheet, 240, "input | output | target", _session.SheetVersion);
        }
    }

    private void Begin(bool resume) => _stage.Try(() => _session.Start(_form.Settings(_canvas.Canvas.Width), resume));

    private int Quick() => _form.Presets.TakeWhile(name => name != "quick").Count() is var index && index < _form.Presets.Count ? index : 0;

    /// <summary>Training steps back while someone paints.</summary>
    private void ShareFairly(double seconds)
    {
        if (_session.Phase != SessionPhase.Training)
        {
            _share = 1;
            return;
        }

        if (_canvas.Session.IsPainting)
        {
            _lastPaint = seconds;
        }

        var isCalm = seconds >= _lastPaint + Calm;
        if (!isCalm)
        {
            _stage.NextDue = Math.Min(_stage.NextDue, _lastPaint + Calm);
        }

        var share = isCalm ? 1 : ShareWhilePainting;
        if (share != _share)
        {
            _share = share;
            _session.Throttle(share);
        }
    }

    private void Dialogs()
    {
        if (_browser?.Show(_stage.Ui) is Answer.Yes or Answer.No)
        {
            _form.Data = _browser.Chosen ?? _form.Data;
            _browser = null;
        }

        if (_stage.IsAskedToQuit)
        {
            var answer = _stage.Ui.Confirm("A run is still training", "It saves its state and ends; Resume goes on with it later. Really quit?", "Quit");
            if (answer != Answer.NotYet)
            {
                _stage.AnswerQuit(answer == Answer.Yes);
            }
        }
    }
}
