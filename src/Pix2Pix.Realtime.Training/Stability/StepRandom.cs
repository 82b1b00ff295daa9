namespace Pix2Pix.Realtime.Training.Stability;

/// <summary>
/// The random numbers of one step, as a pure function of the run's seed and the step: a resumed run draws what an uninterrupted one would have drawn,
/// and no generator's state has to be saved.
/// </summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Step">The step, from 0.</param>
internal readonly record struct StepRandom(ulong Seed, long Step)
{
    /// <summary>64 bits for one purpose; SplitMix64's finaliser (Steele, Lea and Flood 2014).</summary>
    public ulong Bits(RandomPurpose purpose)
    {
        const ulong Golden = 0x9E3779B97F4A7C15;
        return unchecked(Mix(Mix(Mix(Seed + Golden) + (ulong)Step + Golden) + (ulong)purpose + Golden));
    }

    /// <summary>A number in 0..1, 1 excluded.</summary>
    public double Uniform(RandomPurpose purpose) => (Bits(purpose) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong bits)
    {
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return bits ^ (bits >> 31);
    }
}

/// <summary>What a random number is for; each purpose has its own stream.</summary>
internal enum RandomPurpose { Tensors, Smoothing, Switching, Order, Augmentation }
