using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Data;

/// <summary>Finds the two halves of pairs by name, ignoring case, ending and the two ways in which Unicode writes accents, never by the order of a listing. Any thread.</summary>
internal static class PairMatching
{
    /// <summary>Pictures of a folder, in an order that is the same everywhere.</summary>
    public static IReadOnlyList<string> Pictures(string folder) => PictureFolder.Open(folder).Pictures;

    /// <summary>The name that both halves of a pair share.</summary>
    public static string Stem(string file) => Path.GetFileNameWithoutExtension(file);

    /// <summary>Pairs files of one name; what has no partner, or whose name is taken in its own half, joins <paramref name="unpaired"/>.</summary>
    public static IReadOnlyList<PairFiles> Match(IEnumerable<string> a, IEnumerable<string> b, ICollection<string> unpaired)
    {
        var (left, right) = (ByStem(a, unpaired), ByStem(b, unpaired));
        var pairs = new List<PairFiles>(left.Count);
        foreach (var (stem, file) in left)
        {
            if (right.Remove(stem, out var partner))
            {
                pairs.Add(new PairFiles(Stem(file), file, partner));
            }
            else
            {
                unpaired.Add(file);
            }
        }

        foreach (var file in right.Values)
        {
            unpaired.Add(file);
        }

        return pairs;
    }

    private static Dictionary<string, string> ByStem(IEnumerable<string> files, ICollection<string> unpaired)
    {
        var byStem = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Where(file => !byStem.TryAdd(AccentedNames.Decompose(Stem(file)), file)))
        {
            unpaired.Add(file);
        }

        return byStem;
    }
}
