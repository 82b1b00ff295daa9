namespace Pix2Pix.Realtime.Training.Checkpoints;

/// <summary>The whole state of a run in memory. Random numbers and data order are functions of the seed and the step, so the step stands for both.</summary>
/// <param name="Header">Everything that is no tensor.</param>
/// <param name="Tensors">All weights, statistics and moments by name, float32, the last dimension running fastest.</param>
internal sealed record Checkpoint(CheckpointHeader Header, IReadOnlyDictionary<string, float[]> Tensors);
