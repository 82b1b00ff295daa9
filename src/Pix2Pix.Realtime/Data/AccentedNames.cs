using System.Reflection;
using System.Text;

namespace Pix2Pix.Realtime.Data;

/// <summary>
/// Unicode writes an accented letter in two ways, as one character or as a letter and its accent (macOS names files so), and a Korean syllable as one or as its parts. Here
/// names get the longer way, so that equal names are equal. The runtime knows it too, but not where it carries no culture data, as this program's does.
/// </summary>
/// <remarks>Canonical decomposition (Unicode Standard Annex 15); <c>compositions.txt</c> holds what Python's unicodedata composes: a character and its two parts each line. Any thread.</remarks>
internal static class AccentedNames
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int Tails = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private static readonly Lazy<Dictionary<char, (char First, char Second)>> Parts = new(Read);

    /// <summary>The name with every accent written for itself.</summary>
    public static string Decompose(string name)
    {
        if (name.All(char.IsAscii))
        {
            return name;
        }

        var written = new StringBuilder();
        foreach (var letter in name)
        {
            Append(written, letter);
        }

        return written.ToString();
    }

    private static void Append(StringBuilder written, char letter)
    {
        if (letter is >= (char)FirstSyllable and <= (char)LastSyllable)
        {
            var (syllable, tail) = Math.DivRem(letter - FirstSyllable, TailCount);
            written.Append((char)(Leads + (syllable / VowelCount))).Append((char)(Vowels + (syllable % VowelCount)));
            if (tail > 0)
            {
                written.Append((char)(Tails + tail));
            }
        }
        else if (Parts.Value.TryGetValue(letter, out var parts))
        {
            Append(written, parts.First);
            Append(written, parts.Second);
        }
        else
        {
            written.Append(letter);
        }
    }

    private static Dictionary<char, (char First, char Second)> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(AccentedNames), "compositions.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[0], line => (line[1], line[2]));
    }
}
