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
    public static readonly Setting<string> Host = SettingKinds.Text("host", "", "a command", "how the training host is started; empty = on this machine, or such as: ssh gpu-box pix2pix host");

    public static readonly SettingsTable Properties = new(Host);

    private readonly LiveContext _stage;
    private readonly TrainingSession _session;
    private readonly TrainingThrottle _share;
    private readonly SampleStrip _samples;
    private readonly RunLog _log;
    private RunGenerators _generators = null!;
    private RunView _run = null!;
    private StartForm _form = null!;
    private LabelCanvasComponent _canvas = null!;

    public TrainingPanelComponent(LiveContext stage, SettingValues values)
    {
        _stage = stage;
        _session = new TrainingSession(values.Get(Host), stage.Pump.Wake, words => stage.Tell(ToastKind.Warning, words), Hear, line => _log!.Add(line));
        (_share, _samples, _log) = (new TrainingThrottle(_session), new SampleStrip(stage, _session), new RunLog(stage));
        stage.QuitGuard = () => _session.IsTraining;
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
        _canvas = Scene.Require<LabelCanvasComponent>("LabelCanvas");
        _generators = new RunGenerators(_stage, _session, Scene.Require<TranslatorComponent>("Translator"), Scene.Require<TranslationViewComponent>("TranslationView"), Scene.Find<CrossFadeComponent>());
        _run = new RunView(_stage, _session, _generators, _samples, _log);
        _form = new StartForm(_stage, _session, _canvas);
    }

    protected override void Update(FrameTime time)
    {
        // What it changes in the panel asks to be drawn by itself; who looks at another tab sleeps on.
        _session.Update();
        _generators.Update();
        _stage.NextDue = Math.Min(_stage.NextDue, _share.Update(time.Seconds, _canvas.Session.IsPainting));
        _form.Update(time.Seconds);
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

        if (_stage.Log.IsOn)
        {
            _stage.Log.Write("training", new { kind = happened.GetType().Name, step = happened.Step, losses = (happened as StepDone)?.Losses });
        }
    }

    private void AskBeforeQuitting()
    {
        if (!_stage.IsAskedToQuit)
        {
            return;
        }

        var answer = _stage.Ui.Confirm("A run is still training", "It saves its state and ends; Resume goes on with it later. Really quit?", "Quit");
        if (answer != Answer.NotYet)
        {
            _stage.AnswerQuit(answer == Answer.Yes);
        }
    }
}
