namespace Pix2Pix.Realtime.Styles;

/// <summary>One number of a style, for callers that see a list of numbers.</summary>
/// <param name="Name">Unique, e.g. <c>brightness</c> or <c>wall.red</c>.</param>
/// <param name="Label">What people read.</param>
/// <param name="Min">Its least value.</param>
/// <param name="Max">Its greatest value.</param>
/// <param name="Neutral">Its value where nobody asks for another.</param>
public readonly record struct StyleValue(string Name, string Label, float Min, float Max, float Neutral)
{
    /// <summary>The middle of the range: what the network is told as 0.</summary>
    public float Middle => (Min + Max) / 2;

    /// <summary>
    /// An eighth of the range: what the network is told as 1. Over a set of photographs that is about a standard deviation, and it is fixed, so that a generator's weights
    /// mean the same when another dataset goes on with them.
    /// </summary>
    public float Unit => (Max - Min) / 8;
}
