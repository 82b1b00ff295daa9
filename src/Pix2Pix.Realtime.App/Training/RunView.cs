using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>The view of a run: its buttons while it trains, progress and curves. UI thread.</summary>
internal sealed class RunView(LiveContext live, TrainingSession session, RunGenerators generators, SampleStrip samples, RunLog log)
{
    private const float PlotHeight = 140;

    /// <summary>Declares the buttons and figures of the run that is under way.</summary>
    public void Draw(Ui ui)
    {
        var run = session.Progress;
        ui.Heading(run.Name.Length > 0 ? run.Name : RunTexts.StartingTitle);
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (session.Phase == SessionPhase.Paused)
            {
                if (ui.Button(RunTexts.Continue, RunTexts.ContinueHint, isPrimary: true))
                {
                    session.Continue();
                }

                live.Controls.Place("continue");
            }
            else
            {
                if (ui.Button(RunTexts.Pause, RunTexts.PauseHint, isEnabled: session.Phase == SessionPhase.Training))
                {
                    session.Pause();
                }

                live.Controls.Place("pause");
            }

            if (session.IsUnanswered || session.Phase == SessionPhase.Starting)
            {
                if (ui.Button(RunTexts.GiveUp, RunTexts.GiveUpHint))
                {
                    session.GiveUp();
                }

                live.Controls.Place("give up");
            }
            else
            {
                if (ui.Button(RunTexts.Stop, RunTexts.StopHint))
                {
                    session.Stop();
                }

                live.Controls.Place("stop");
            }
        }

        // One line for what is going on, whether there is something to say or not: nothing below it moves.
        ui.Lines("", session.IsUnanswered ? RunTexts.NotResponding : session.Stage, 2);

        if (run.TotalSteps > 0)
        {
            ui.Progress(run.Step / (float)run.TotalSteps, RunTexts.StepOf(ui, run.Step, run.TotalSteps));
            var isMeasured = run.StepsPerSecond > 0;
            ui.Value(RunTexts.Speed, isMeasured ? RunTexts.StepsPerSecond(run.StepsPerSecond) : RunTexts.Measuring);
            ui.Value(RunTexts.Left, isMeasured ? $"{TimeSpan.FromSeconds(Math.Min(run.SecondsLeft, 3.6e6)):hh\\:mm\\:ss}" : RunTexts.Measuring);
        }

        generators.Draw(ui);
    }

    /// <summary>Declares the newest sentence, the curves, the samples and the log; also of a run that is over.</summary>
    public void DrawCurves(Ui ui)
    {
        var run = session.Progress;
        if (run.Words.Length > 0)
        {
            ui.Note(run.Words, run.IsHealthy ? Theme.TextDim : Theme.Warning);
        }

        if (run.TotalSteps > 0)
        {
            generators.DrawKeep(ui, run.Name);
            if (run.ValidationL1 is { } l1)
            {
                ui.Value(RunTexts.Validation, RunTexts.ValidationOf(ui, l1));
            }
            else
            {
                ui.Value(RunTexts.Validation, RunTexts.NotMeasured);
            }

            ui.Plot("losses", run.Losses, PlotHeight, isLogarithmic: true, smoothing: 0.6f);
            samples.Draw(ui);
        }

        log.Draw(ui);
    }
}
