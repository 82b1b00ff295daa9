using Pix2Pix.Realtime.Numerics;
namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>
/// The random numbers of one step, as a pure function of the run's seed and the step: a resumed run draws what an uninterrupted one would have drawn,
/// and no generator's state has to be saved.
/// </summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Step">The step, from 0.</param>
internal readonly record struct StepRandom(ulong Seed, long Step)
{
    /// <summary>What a rank draws for its own pairs; rank 0 draws as a process that trains alone.</summary>
    public StepRandom OfRank(int rank) => this with { Seed = unchecked(Seed ^ (SplitMix64.Golden * (ulong)rank)) };

    /// <summary>64 bits for one purpose.</summary>
    public ulong Bits(RandomPurpose purpose) => unchecked(
        SplitMix64.Mix(SplitMix64.Mix(SplitMix64.Mix(Seed + SplitMix64.Golden) + (ulong)Step + SplitMix64.Golden) + (ulong)purpose + SplitMix64.Golden));

    /// <summary>A number in 0..1, 1 excluded.</summary>
    public double Uniform(RandomPurpose purpose) => (Bits(purpose) >> 11) * (1.0 / (1UL << 53));
}

/// <summary>The purpose of a random number; each has its own stream.</summary>
internal enum RandomPurpose { Tensors, Smoothing, Switching, Order, Augmentation, PairViews, CropTop, CropLeft, Warp, WholeView, WholeSize }
