using Pix2Pix.Realtime.App.Live;
using Pix2Pix.Realtime.Rendering.Kit;
using Pix2Pix.Realtime.Rendering.Kit.Controls;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>What a person sees of a run: its buttons while it trains, and how it went. UI thread.</summary>
internal sealed class RunView(Stage stage, TrainingSession session)
{
    private static readonly string KeepTip = $"Copy the run's generator that came last under the brush to {KeptGenerators.Folder}; a run drops its old ones";

    private bool _showsNewest = true;

    /// <summary>Whether new generators go under the brush.</summary>
    public bool ShowsNewest => _showsNewest;

    /// <summary>The run's generator under the brush, a file on this machine; null = none yet.</summary>
    public string? Generator { get; set; }

    /// <summary>Declares the buttons and figures of the run that is under way.</summary>
    public void Draw(Ui ui)
    {
        var run = session.Progress;
        ui.Heading(run.Name.Length > 0 ? run.Name : "Starting");
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (session.Phase == SessionPhase.Paused)
            {
                if (ui.Button("Continue", "Go on training", isPrimary: true))
                {
                    session.Continue();
                }

                stage.LogPlace("continue");
            }
            else
            {
                if (ui.Button("Pause", "Finish the step and wait", isEnabled: session.Phase == SessionPhase.Training))
                {
                    session.Pause();
                }

                stage.LogPlace("pause");
            }

            if (ui.Button("Stop", "Finish the step, save and end; Resume goes on later", isEnabled: session.Phase != SessionPhase.Starting))
            {
                session.Stop();
            }

            stage.LogPlace("stop");
        }

        ui.Toggle("Show newest generator", ref _showsNewest, "Put each exported generator under the brush as soon as it is checked and warm");
        if (run.TotalSteps > 0)
        {
            ui.Progress(run.Step / (float)run.TotalSteps, $"step {run.Step:N0} of {run.TotalSteps:N0}");
            ui.Value("Speed", $"{run.StepsPerSecond:0.0} steps/s");
            ui.Value("Left", $"{TimeSpan.FromSeconds(Math.Min(run.SecondsLeft, 3.6e6)):hh\\:mm\\:ss}");
        }
    }

    /// <summary>Declares the newest sentence, the curves and the newest sheet; also of a run that is over.</summary>
    public void DrawCurves(Ui ui)
    {
        var run = session.Progress;
        if (run.Words.Length > 0)
        {
            ui.Note(run.Words, run.IsHealthy ? Theme.TextDim : Theme.Warning);
        }

        if (run.TotalSteps == 0)
        {
            return;
        }

        if (Generator is { } generator && ui.Button("Keep this one", KeepTip))
        {
            stage.Try(() => Keep(generator, run.Name));
        }

        stage.LogPlace("keep");
        if (run.ValidationL1 is { } l1)
        {
            ui.Value("Validation L1", $"{l1:0.0000}");
        }

        ui.Plot("losses", run.Losses, 140, isLogarithmic: true, smoothing: 0.6f);
        if (session.Sheet is { } sheet)
        {
            ui.Image(sheet, 240, "input | output | target", session.SheetVersion);
        }
    }

    private void Keep(string generator, string run)
    {
        var copy = KeptGenerators.Keep(generator, run);
        stage.Log.Write("kept", new { path = copy });
        stage.Tell(ToastKind.Done, $"Kept as {copy}");
    }
}
