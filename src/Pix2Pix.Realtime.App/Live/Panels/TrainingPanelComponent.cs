using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The scene's <c>TrainingPanel</c>: starts a run, shows how it goes, and puts each new generator under the brush. Drawn as a tab of <see cref="InfoPanelComponent"/>.</summary>
internal sealed class TrainingPanelComponent : Behaviour
{
    public static readonly Setting<string> Host = SettingKinds.Program("host", "", "a command", "the command that starts the training host; empty = on this machine; e.g. ssh gpu-box pix2pix host");

    public static readonly SettingsTable Properties = new(Host);

    private readonly LiveContext _live;
    private readonly TrainingSession _session;
    private readonly TrainingThrottle _share;
    private readonly SampleStrip _samples;
    private readonly RunLog _log;
    private RunGenerators _generators = null!;
    private RunView _run = null!;
    private StartForm _form = null!;
    private LabelCanvasComponent _canvas = null!;

    public TrainingPanelComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _session = new TrainingSession(values.IsChanged(Host) ? values.Get(Host) : live.Options.Host, live.Pump.Wake, words => live.Notices.Tell(ToastKind.Warning, words), Hear, line => _log!.Add(line)) { LocalRuns = live.Results.Runs };
        (_share, _samples, _log) = (new TrainingThrottle(_session), new SampleStrip(live, _session), new RunLog(live));
        live.Quit.Guard = () => _session.IsTraining;
    }

    public TrainingSession Session => _session;

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        if (_session.IsTraining)
        {
            _run.Draw(ui);
        }
        else
        {
            _form.Draw(ui);
        }

        if (_session.Progress.HasNews)
        {
            ui.Separator();
            _run.DrawCurves(ui);
        }
    }

    protected override void Start()
    {
        _canvas = Scene.Require<LabelCanvasComponent>();
        _generators = new RunGenerators(_live, _session, Scene.Require<TranslatorComponent>(), Scene.Require<TranslationViewComponent>(), Scene.Find<CrossFadeComponent>());
        _run = new RunView(_live, _session, _generators, _samples, _log);
        _form = new StartForm(_live, _session, _canvas);
    }

    protected override void Update(FrameTime time)
    {
        // What it changes in the panel asks to be drawn by itself; who looks at another tab sleeps on.
        _session.Update();
        _generators.Update();
        _live.Frames.WakeAt(_share.Update(time.Seconds, _canvas.Session.IsPainting));
        if (_live.Requests.Dataset is { } dataset)
        {
            _live.Requests.Dataset = null;
            _form.Train(dataset);
        }

        _form.Update(time.Seconds);
        _samples.ShowLarge(_live.Ui);
        AskBeforeQuitting();
    }

    protected override void OnDestroy() => _session.Close();

    private void Hear(TrainingEvent happened)
    {
        _log.Add(happened);
        if (happened is RunStarted started)
        {
            _samples.Begin(started);
        }
        else if (happened is SampleSheetDrawn drawn)
        {
            _samples.Add(drawn);
        }

        if (_live.Log.IsOn)
        {
            _live.Log.Write("training", new { kind = happened.GetType().Name, step = happened.Step, losses = (happened as StepDone)?.Losses });
        }
    }

    private void AskBeforeQuitting()
    {
        if (!_live.Quit.IsAsked)
        {
            return;
        }

        var answer = _live.Ui.Confirm(PanelsTexts.RunStillTrains, PanelsTexts.RunIsSaved, _live.Quit.Next is null ? PanelsTexts.Quit : PanelsTexts.OpenScene);
        if (answer != Answer.NotYet)
        {
            _live.Quit.Answer(answer == Answer.Yes);
        }
    }
}
