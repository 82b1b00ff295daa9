using System.Text.Json.Serialization;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>
/// Something that happened in a training run. The run says it once; the console, the log files and the panel each listen.
/// Immutable; it crosses threads and processes.
/// </summary>
/// <param name="Step">The step after which it happened; 0 = before the first.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunStarted), "started")]
[JsonDerivedType(typeof(StepDone), "step")]
[JsonDerivedType(typeof(SampleSheetDrawn), "samples")]
[JsonDerivedType(typeof(ValidationDone), "validation")]
[JsonDerivedType(typeof(HealthNoticed), "health")]
[JsonDerivedType(typeof(SnapshotReady), "snapshot")]
[JsonDerivedType(typeof(CheckpointSaved), "checkpoint")]
[JsonDerivedType(typeof(RunFinished), "finished")]
[JsonDerivedType(typeof(RunFailed), "failed")]
internal abstract record TrainingEvent(long Step);

/// <summary>A run begins or continues.</summary>
/// <param name="Step">Where it begins; over 0 when it was resumed.</param>
/// <param name="Name">The run's name.</param>
/// <param name="Folder">The run's folder on the host, whole path.</param>
/// <param name="TotalSteps">Where it will end.</param>
/// <param name="Pairs">Training pairs.</param>
/// <param name="Words">What is trained, in one line for a user: network, parameters, precision, threads.</param>
internal sealed record RunStarted(long Step, string Name, string Folder, long TotalSteps, int Pairs, string Words) : TrainingEvent(Step);

/// <summary>A step is done; said a few times a second at most.</summary>
/// <param name="Step">The step.</param>
/// <param name="Losses">The newest losses.</param>
/// <param name="StepsPerSecond">Over the last seconds; 0 = not known yet.</param>
/// <param name="SecondsLeft">An estimate; 0 = done, or not known yet.</param>
internal sealed record StepDone(long Step, Losses Losses, double StepsPerSecond, double SecondsLeft) : TrainingEvent(Step);

/// <summary>A sheet of input | output | target was drawn.</summary>
/// <param name="Step">The step.</param>
/// <param name="File">The PNG on the host, whole path.</param>
internal sealed record SampleSheetDrawn(long Step, string File) : TrainingEvent(Step);

/// <summary>The validation pairs were translated.</summary>
/// <param name="Step">The step.</param>
/// <param name="L1">Mean absolute difference to the targets, on the 0..1 scale.</param>
internal sealed record ValidationDone(long Step, double L1) : TrainingEvent(Step);

/// <summary>The run's health changed or wants attention.</summary>
/// <param name="Step">The step.</param>
/// <param name="Good">Whether all is well again.</param>
/// <param name="Words">One sentence for a user.</param>
internal sealed record HealthNoticed(long Step, bool Good, string Words) : TrainingEvent(Step);

/// <summary>The generator was exported, checked and is whole on the disk.</summary>
/// <param name="Step">The step.</param>
/// <param name="File">The .onnx on the host, whole path.</param>
internal sealed record SnapshotReady(long Step, string File) : TrainingEvent(Step);

/// <summary>The whole state was saved.</summary>
/// <param name="Step">The step.</param>
/// <param name="File">The checkpoint on the host, whole path.</param>
internal sealed record CheckpointSaved(long Step, string File) : TrainingEvent(Step);

/// <summary>The run ended as planned or was stopped; its state is saved.</summary>
/// <param name="Step">The last step.</param>
/// <param name="Words">One sentence for a user.</param>
internal sealed record RunFinished(long Step, string Words) : TrainingEvent(Step);

/// <summary>The run can't continue.</summary>
/// <param name="Step">The last good step.</param>
/// <param name="Words">What happened and what to do, in one sentence.</param>
internal sealed record RunFailed(long Step, string Words) : TrainingEvent(Step);
