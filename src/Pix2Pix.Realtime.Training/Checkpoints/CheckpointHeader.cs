using Pix2Pix.Realtime.Training.Schedules;

namespace Pix2Pix.Realtime.Training.Checkpoints;

/// <summary>A run's state without its tensors.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Settings">The recipe: the resolved configuration as YAML.</param>
/// <param name="RateScale">What rollbacks left of the learning rates: 1, 1/2, 1/4.</param>
/// <param name="StatisticsFrozen">Whether the generator's norms keep the stored statistics in training.</param>
/// <param name="GeneratorUpdates">Adam's updates of the generator.</param>
/// <param name="DiscriminatorUpdates">Adam's updates of the discriminator.</param>
/// <param name="Plateau">What a plateau policy remembers; null where the file is older than that policy.</param>
/// <param name="Style">What was measured of the dataset's styles; null = the generator knows none.</param>
/// <param name="Draws">Pairs drawn, over all ranks; null in older files, whose runs had one rank.</param>
internal sealed record CheckpointHeader(
    long Step, string Settings, double RateScale, bool StatisticsFrozen, long GeneratorUpdates, long DiscriminatorUpdates, Plateau? Plateau = null,
    string? Style = null, long? Draws = null);
