using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// Sorts a file's weights by what stands before their names: dictionaries in the file's dictionary (<c>state/netG/</c>), and what programs put before a generator's names, in any
/// order (<c>module.</c> on several GPUs, <c>_orig_mod.</c> by torch.compile, the field that held it). Each group may be a generator.
/// </summary>
internal static class WeightGroups
{
    /// <summary>Ends the name of a dictionary in a file's dictionary.</summary>
    public const char Level = '/';

    private static readonly string[] Prefixes = ["_orig_mod.", "module.", "netG.", "generator.", "G."];

    /// <returns>By what stands before the names; empty = nothing.</returns>
    public static IReadOnlyDictionary<string, FoundWeights> Of(IReadOnlyDictionary<string, WeightTensor> weights) => weights
        .GroupBy(entry => PrefixOf(entry.Key))
        .ToDictionary(group => group.Key, group => new FoundWeights(group.ToDictionary(entry => entry.Key[group.Key.Length..], entry => entry.Value)));

    private static string PrefixOf(string name)
    {
        var end = name.LastIndexOf(Level) + 1;
        while (Prefixes.FirstOrDefault(prefix => name.AsSpan(end).StartsWith(prefix, StringComparison.Ordinal)) is { } found)
        {
            end += found.Length;
        }

        return name[..end];
    }
}
