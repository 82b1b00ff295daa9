namespace Pix2Pix.Realtime.Numerics;

/// <summary>Random numbers that are the same on every machine and in every version of .NET, by <see cref="SplitMix64"/>. One owner.</summary>
internal struct SeededRandom
{
    private ulong _state;

    public SeededRandom(ulong seed) => _state = seed;

    public ulong Next() => SplitMix64.Next(ref _state);

    /// <summary>A seed of its own for each index: neighbouring seeds and indices give unrelated ones.</summary>
    public static ulong Mix(ulong seed, int index) => new SeededRandom(new SeededRandom(seed).Next() ^ unchecked((ulong)index)).Next();

    /// <summary>0 up to, not including, <paramref name="end"/>.</summary>
    public int Next(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    /// <summary>0 up to, not including, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
