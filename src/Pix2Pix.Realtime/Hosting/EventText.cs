using System.Globalization;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>Formats events as lines of text. Any thread.</summary>
internal static class EventText
{
    public static string Of(TrainingEvent happened) => happened switch
    {
        RunStarted e => Invariant($"run {e.Name}: {e.Words}; {e.Pairs} pairs, steps {e.Step} to {e.TotalSteps}, in {e.Folder}"),
        StepDone e => Invariant($"step {e.Step}: {Of(e.Losses)}{Pace(e)}"),
        SampleSheetDrawn e => Invariant($"step {e.Step}: samples in {e.File}"),
        ValidationDone e => Invariant($"step {e.Step}: validation L1 {e.L1:f4}"),
        HealthNoticed e => Invariant($"step {e.Step}: {(e.Good ? "well" : "attention")}: {e.Words}"),
        SnapshotReady e => Invariant($"step {e.Step}: snapshot {e.File}"),
        CheckpointSaved e => Invariant($"step {e.Step}: checkpoint {e.File}"),
        RunFinished e => Invariant($"step {e.Step}: {e.Words}"),
        RunFailed e => Invariant($"step {e.Step}: failed: {e.Words}"),
        _ => Invariant($"step {happened.Step}: {happened.GetType().Name}"),
    };

    public static string Of(Losses losses) =>
        Invariant($"D real {losses.DiscriminatorReal:f3} fake {losses.DiscriminatorFake:f3}{Penalty(losses)}  G gan {losses.GeneratorGan:f3} L1 {losses.GeneratorL1:f3}{Textures(losses)}{Teacher(losses)}");

    /// <summary>Speed and time left, after two spaces; empty until there is an estimate.</summary>
    public static string Pace(StepDone step) =>
        step.StepsPerSecond > 0 ? Invariant($"  {step.StepsPerSecond:f2} steps/s  {Of(TimeSpan.FromSeconds(step.SecondsLeft))} left") : "";

    public static string Of(TimeSpan time) => Invariant($"{(int)time.TotalHours:d2}:{time.Minutes:d2}:{time.Seconds:d2}");

    private static string Penalty(Losses losses) => losses.GradientPenalty is { } penalty ? Invariant($" penalty {penalty:f3}") : "";

    private static string Textures(Losses losses) => string.Concat(
        losses.Perceptual is { } perceptual ? Invariant($" perceptual {perceptual:f3}") : "",
        losses.FeatureMatching is { } matching ? Invariant($" matching {matching:f3}") : "",
        losses.Lattice is { } lattice ? Invariant($" lattice {lattice:f4}") : "");

    private static string Teacher(Losses losses) =>
        losses is { TeacherL1: { } l1, TeacherFeatures: { } features } ? Invariant($"  teacher L1 {l1:f3} features {features:f2}") : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
