namespace Pix2Pix.Realtime.Synthesis;

/// <summary>Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Another stream, so that more draws in one part of a picture leave the other parts as they were.</summary>
    public Dice Fork() => new(Next());

    /// <summary>0 inclusive to 1 exclusive, in steps of 2^-24.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    public float Between(float low, float high) => low + ((high - low) * Unit());

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    public bool Chance(float probability) => Unit() < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];
}
