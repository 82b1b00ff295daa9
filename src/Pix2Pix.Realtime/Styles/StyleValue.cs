namespace Pix2Pix.Realtime.Styles;

/// <summary>One number of a style, for callers that work with a flat list of numbers.</summary>
/// <param name="Name">Unique, e.g. <c>brightness</c> or <c>wall.red</c>.</param>
/// <param name="Label">What people read.</param>
/// <param name="Min">Its least value.</param>
/// <param name="Max">Its greatest value.</param>
/// <param name="Neutral">Its value where nobody asks for another; 0 as a network's input.</param>
public readonly record struct StyleValue(string Name, string Label, float Min, float Max, float Neutral)
{
    /// <summary>
    /// 1/256 of the range: 1 as a network's input. It is fixed, so that a generator's weights mean the same when another dataset goes on with them from its own neutral style, and small, because Adam
    /// moves every weight by the same step: a dozen large numbers then move a bias as quickly as the hundreds of inputs of a convolution move its sum.
    /// </summary>
    public float Unit => (Max - Min) / 256;
}
