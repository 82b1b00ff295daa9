namespace Pix2Pix.Realtime.Numerics;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine and in every version of .NET. Wraps around by design.</summary>
internal static class SplitMix64
{
    /// <summary>The step of the state: 2^64 divided by the golden ratio.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Moves the state on and returns 64 random bits.</summary>
    public static ulong Next(ref ulong state) => Mix(state = unchecked(state + Golden));

    /// <summary>The finaliser: 64 bits that depend on all bits of the state.</summary>
    public static ulong Mix(ulong state)
    {
        unchecked
        {
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            return state ^ (state >> 31);
        }
    }
}
