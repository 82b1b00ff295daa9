using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Data;

/// <summary>Joins two folders of pictures, paired by name, into a dataset of side-by-side pictures.</summary>
internal static class PairCombiner
{
    private static readonly string[] Parts = ["train", "val", "test"];

    /// <summary>Writes <c>train</c>, <c>val</c> and <c>test</c> as both folders have them, or <c>train</c> alone from pictures that lie in the folders themselves.</summary>
    /// <param name="a">The folder of the left halves.</param>
    /// <param name="b">The folder of the right halves.</param>
    /// <param name="output">New or empty, and in neither of the two.</param>
    /// <param name="onPair">Called after each pair with the number of pairs, from any thread.</param>
    /// <returns>How many pairs were written, and what was left out, one sentence each.</returns>
    /// <exception cref="UserException">A folder is missing, the output is in use, or nothing pairs.</exception>
    public static (int Written, IReadOnlyList<string> Problems) Combine(string a, string b, string output, Action<int> onPair)
    {
        RequireFolder(a);
        RequireFolder(b);
        NewFolder.Require(output);
        if (IsInside(output, a) || IsInside(output, b))
        {
            throw new UserException($"Expected an output folder outside of '{a}' and '{b}', found '{output}'; nothing is written into a dataset.");
        }

        var (unpaired, passedOver) = (new List<string>(), new List<string>());
        var parts = Parts.Where(part => Directory.Exists(Path.Combine(a, part)) && Directory.Exists(Path.Combine(b, part))).ToArray();
        var work = parts.Length > 0
            ? parts.SelectMany(part => Match(Path.Combine(a, part), Path.Combine(b, part), unpaired, passedOver).Select(pair => (Part: part, Pair: pair))).ToArray()
            : [.. Match(a, b, unpaired, passedOver).Select(pair => (Part: Parts[0], Pair: pair))];
        if (work.Length == 0)
        {
            throw new UserException($"Expected images of the same name in '{a}' and '{b}', found no pair; check the names.");
        }

        foreach (var part in work.Select(item => item.Part).Distinct())
        {
            Directory.CreateDirectory(Path.Combine(output, part));
        }

        var faults = new string?[work.Length];
        FileLoop.Run(work.Length, index =>
        {
            var (part, pair) = work[index];
            faults[index] = Write(pair, Path.Combine(output, part, $"{pair.Name}.png"));
            onPair(work.Length);
        });
        return (
            faults.Count(fault => fault is null),
            [.. unpaired.Select(file => $"'{file}' has no partner of the same name."), .. faults.OfType<string>(), .. PictureFolder.Describe(passedOver) is { } sentence ? [sentence] : Array.Empty<string>()]);
    }

    private static IReadOnlyList<PairFiles> Match(string a, string b, List<string> unpaired, List<string> passedOver)
    {
        var (left, right) = (PictureFolder.Open(a), PictureFolder.Open(b));
        passedOver.AddRange([.. left.PassedOver, .. right.PassedOver]);
        return PairMatching.Match(left.Pictures, right.Pictures, unpaired);
    }

    /// <returns>Why it was left out; null = it was written.</returns>
    private static string? Write(PairFiles pair, string file)
    {
        try
        {
            var (a, b) = pair.Read();
            if ((a.Width, a.Height) != (b.Width, b.Height))
            {
                return $"'{pair.Name}': expected halves of the same size, found {a.Width}x{a.Height} and {b.Width}x{b.Height}; resize one of them.";
            }

            ImageFile.Save(file, a.Beside(b), isDurable: false);
            return null;
        }
        catch (UserException fault)
        {
            return fault.Message;
        }
    }

    private static void RequireFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserException($"Expected a folder of images at '{folder}', found none; check the path.");
        }
    }

    private static bool IsInside(string path, string folder) =>
        $"{Path.GetFullPath(path)}/".StartsWith($"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
