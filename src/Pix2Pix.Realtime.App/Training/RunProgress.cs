using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>The state of a run as the panel shows it, accumulated from its events. UI thread.</summary>
internal sealed class RunProgress
{
    private readonly PlotSeries _real = new(RunTexts.RealLoss) { Help = RunTexts.RealLossHelp };
    private readonly PlotSeries _fake = new(RunTexts.FakeLoss) { Help = RunTexts.FakeLossHelp };
    private readonly PlotSeries _gan = new(RunTexts.GanLoss) { Help = RunTexts.GanLossHelp };
    private readonly PlotSeries _l1 = new(RunTexts.TrainingL1) { Help = RunTexts.TrainingL1Help };
    private readonly PlotSeries _validation = new(RunTexts.ValidationL1) { Help = RunTexts.ValidationL1Help };

    public RunProgress() => Losses = [_real, _fake, _gan, _l1, _validation];

    public IReadOnlyList<PlotSeries> Losses { get; }

    public string Name { get; private set; } = "";

    public long Step { get; private set; }

    public long TotalSteps { get; private set; }

    public double StepsPerSecond { get; private set; }

    public double SecondsLeft { get; private set; }

    /// <summary>On the 0..1 scale; null before the first validation.</summary>
    public double? ValidationL1 { get; private set; }

    public bool IsHealthy { get; private set; } = true;

    /// <summary>The newest sentence for the user; empty = none.</summary>
    public string Words { get; private set; } = "";

    public bool IsOver { get; private set; }

    /// <summary>Whether there is a checkpoint to resume from.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Whether there is anything to show.</summary>
    public bool HasNews => TotalSteps > 0 || Words.Length > 0;

    public void Hear(TrainingEvent happened)
    {
        Step = happened.Step;
        switch (happened)
        {
            case RunStarted started:
                (Name, TotalSteps, Words, IsOver, IsHealthy, IsSaved) = (started.Name, started.TotalSteps, "", false, true, started.Step > 0);
                break;
            case CheckpointSaved:
                IsSaved = true;
                break;
            case StepDone step:
                (StepsPerSecond, SecondsLeft) = (step.StepsPerSecond, step.SecondsLeft);
                _real.Add(step.Step, step.Losses.DiscriminatorReal);
                _fake.Add(step.Step, step.Losses.DiscriminatorFake);
                _gan.Add(step.Step, step.Losses.GeneratorGan);

                // The loss is counted on -1..1, what a person reads on 0..1 as in validation: one scale for both.
                _l1.Add(step.Step, step.Losses.GeneratorL1 / 2);
                break;
            case ValidationDone validation:
                ValidationL1 = validation.L1;
                _validation.Add(validation.Step, validation.L1);
                break;
            case HealthNoticed health:
                (IsHealthy, Words) = (health.Good, health.Words);
                break;
            case RunFinished finished:
                (IsOver, Words) = (true, finished.Words);
                break;
            case RunFailed failed:
                (IsOver, IsHealthy, Words) = (true, false, failed.Words);
                break;
        }
    }
}
