using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// The weights of a style <c>[C,K]</c> in the order of another definition: what both say, by the names of their groups, keeps its weights; what is new has zeros and does nothing
/// at first. So a generator with a style is where one with another style starts.
/// </summary>
internal static class StyleColumns
{
    /// <summary>What the name of every such weight ends with.</summary>
    public const string Suffix = ".style.weight";

    /// <param name="values"><c>[C,K]</c>, row by row, K as <paramref name="from"/> has it.</param>
    /// <returns><c>[C,K]</c>, K as <paramref name="to"/> has it.</returns>
    public static float[] Of(float[] values, StyleDefinition from, StyleDefinition to)
    {
        var channels = values.Length / from.Count;
        var ordered = new float[channels * to.Count];
        var first = 0;
        foreach (var group in to.Groups)
        {
            if (from.Find(group.Name)?.Quantity == group.Quantity)
            {
                var old = from.IndexOf(group.Name);
                for (var channel = 0; channel < channels; channel++)
                {
                    values.AsSpan((channel * from.Count) + old, group.Count).CopyTo(ordered.AsSpan((channel * to.Count) + first));
                }
            }

            first += group.Count;
        }

        return ordered;
    }
}
