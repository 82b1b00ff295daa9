namespace Pix2Pix.Realtime.Settings;

/// <summary>Finds the word that a user most likely meant.</summary>
internal static class Spelling
{
    /// <summary>What is longer was never meant to be one of a few words.</summary>
    private const int LongestWord = 100;

    /// <summary>The known word that takes the fewest changes to become <paramref name="word"/>, ignoring case; null when none is known.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var wanted = word[..Math.Min(word.Length, LongestWord)].ToUpperInvariant();
        var farthest = (word.Length + 2) / 3;
        return known.Select(one => (Word: one, Distance: Distance(one.ToUpperInvariant(), wanted))).Where(one => one.Distance <= farthest).OrderBy(one => one.Distance).FirstOrDefault().Word;
    }

    /// <summary>The end of a sentence about an unknown word: <c>did you mean 'brush'?</c>, or the known words where none is near.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? $"did you mean {near}?" : $"known: {string.Join(", ", known)}.";

    /// <summary>Levenshtein's distance: the fewest insertions, deletions and replacements of a letter.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
