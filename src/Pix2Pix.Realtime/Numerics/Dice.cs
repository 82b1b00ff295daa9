namespace Pix2Pix.Realtime.Numerics;

/// <summary>Chance in the words of a drawing: how wide, how often, which one. Equal on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private SeededRandom _random = new(seed);

    public ulong Next() => _random.Next();

    /// <summary>Another stream, so that more draws in one part of a picture leave the other parts as they were.</summary>
    public Dice Fork() => new(Next());

    /// <summary>0 inclusive to 1 exclusive, in steps of 2^-24.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    public float Between(float low, float high) => low + ((high - low) * Unit());

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int low, int high) => low + _random.Next(high - low + 1);

    public bool Chance(float probability) => Unit() < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];
}
