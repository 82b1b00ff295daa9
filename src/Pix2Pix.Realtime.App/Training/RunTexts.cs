using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>What the Train page says about a run, while it trains and afterwards.</summary>
internal static class RunTexts
{
    public const string Starting = "Starting the training program ...";
    public const string Reading = "Reading the dataset and building the networks ...";
    public const string FirstStep = "Training the first step; it takes longer than the others ...";
    public const string StartingTitle = "Starting";
    public static ReadOnlySpan<char> StepOf(Ui ui, long step, long steps) => ui.Text($"step {step:N0} of {steps:N0}");
    public const string Speed = "Speed";
    public static string StepsPerSecond(double steps) => $"{steps:0.0} steps/s";
    public const string Measuring = "measuring";
    public const string Left = "Left";
    public const string Validation = "Validation L1";
    public static ReadOnlySpan<char> ValidationOf(Ui ui, double l1) => ui.Text($"{l1:0.000} (0 = perfect)");
    public const string NotMeasured = "not measured yet";
    public const string Continue = "Continue";
    public const string ContinueHint = "Resume training";
    public const string Pause = "Pause";
    public const string PauseHint = "Pause after the current step";
    public const string Stop = "Stop";
    public const string StopHint = "Finish the step, save and stop; you can resume later";
    public const string GiveUp = "Give up";
    public const string GiveUpHint = "Stop the training host at once; saved checkpoints are kept";
    public const string NotResponding = "Training is not responding. Give up stops it; saved checkpoints are kept.";
    public static string StillNotResponding(double seconds) => $"Training has not responded for {seconds:0} s. You can keep painting; if it stays so, press Give up in the Train tab: saved checkpoints are kept.";

    public const string RealLoss = "D real";
    public const string RealLossHelp = "The discriminator's loss on real images: near 0 = it recognises them all";
    public const string FakeLoss = "D fake";
    public const string FakeLossHelp = "The discriminator's loss on generated images: near 0 = it detects them all";
    public const string GanLoss = "G GAN";
    public const string GanLossHelp = "The generator's loss against the discriminator: lower = it fools it more often";
    public const string TrainingL1 = "L1 train";
    public const string TrainingL1Help = "Mean absolute difference from the target on the images just trained on, 0..1; 0 = identical";
    public const string ValidationL1 = "L1 val.";
    public const string ValidationL1Help = "Mean absolute difference from the target on images that it is not trained on, 0..1; 0 = identical";

    public const string ScrubHint = "Drag to scrub through the run's sample sheets";
    public const string Enlarge = "Enlarge";
    public static ReadOnlySpan<char> Step(Ui ui, long step) => ui.Text($"step {step:N0}");
    public const string SheetColumns = "input | output | target";
    public static string StepTitle(long step) => $"Step {step:N0}: input | output | target";
    public static string SheetNotShown(string message) => $"A sample sheet can't be shown: {message}";

    public const string ShowNewest = "Show newest generator";
    public const string ShowNewestHint = "Switch to each new snapshot as soon as it is ready";
    public const string Compare = "Compare with previous";
    public const string CompareHint = "Show the previous generator on the left and the newest on the right; paint on either";
    public const string Keep = "Keep this one";
    public static string KeepHint(string folder) => $"Keep a copy of this generator in {folder}; a run deletes its older snapshots";
    public const string ChosenStays = "The generator that you chose stays. To see the run's newest one again, tick Show newest generator in the Train tab.";
    public static string Kept(string copy) => $"Kept as {copy}";
    public static string SnapshotGone(string snapshot) => $"Expected the generator at '{snapshot}', found none: the run has deleted it in favour of newer ones; keep the newest one instead.";

    public const string Log = "Log";
    public const string CopyLog = "Copy the whole log";

    public static string HostDoesNotStart(string launcher) => $"The training host does not start; run '{launcher} doctor' for details.";
    public static string HostIsSlow(double seconds, string lastWords) => $"The training host has not started within {seconds:0} s; its machine may be busy. You can keep painting, or press Give up in the Train tab.{lastWords}";
    public static string HostTimedOut(double seconds, string lastWords) => $"The training host did not start within {seconds:0} s.{lastWords}";
    public const string HostGivenUp = "The training host was given up.";
    public static string HostEnded(int exitCode, string lastWords) => $"The training host ended with exit code {exitCode}.{lastWords}";
    public static string LastOutput(string lines) => $" Its last output: {lines}";
    public static string EndedWithCheckpoint(string reason) => $"{reason} Painting continues; Resume starts from the newest checkpoint.";
    public static string EndedWithoutCheckpoint(string reason) => $"{reason} Painting continues. The run had no checkpoint yet; Start begins it again.";
}
