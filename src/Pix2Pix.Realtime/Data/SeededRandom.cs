namespace Pix2Pix.Realtime.Data;

/// <summary>Random numbers that are the same on every machine and in every version of .NET: SplitMix64 (Steele, Lea, Flood 2014). One owner.</summary>
public struct SeededRandom
{
    private ulong _state;

    public SeededRandom(ulong seed) => _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A seed of its own for each index: neighbouring seeds and indices give unrelated ones.</summary>
    public static ulong Mix(ulong seed, int index) => new SeededRandom(new SeededRandom(seed).Next() ^ unchecked((ulong)index)).Next();

    /// <summary>0 up to, not including, <paramref name="end"/>.</summary>
    public int Next(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    /// <summary>0 up to, not including, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
