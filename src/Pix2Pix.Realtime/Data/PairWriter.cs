using System.Globalization;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Data;

/// <summary>Adds pairs, one by one, to a dataset of a user's own: side by side in <c>train</c>, numbered. Never replaces a file. Any thread, one at a time.</summary>
internal static class PairWriter
{
    /// <param name="folder">A new or empty one, or one that holds pairs side by side.</param>
    /// <param name="a">The left half: in pix2pix's facades the photograph.</param>
    /// <param name="b">The right half, of the same size: the labels.</param>
    /// <returns>The file that was written.</returns>
    /// <exception cref="UserException">The folder holds a dataset of another layout.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    public static string Add(string folder, PixelImage a, PixelImage b)
    {
        RequireSideBySide(folder);
        var train = Path.Combine(folder, "train");
        Directory.CreateDirectory(train);
        var newest = Directory.EnumerateFiles(train)
            .Select(file => int.TryParse(PairMatching.Stem(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        var path = Path.Combine(train, string.Create(CultureInfo.InvariantCulture, $"{newest + 1:d5}.png"));
        ImageFile.Save(path, a.Beside(b));
        return path;
    }

    private static void RequireSideBySide(string folder)
    {
        var holds = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();
        if (!holds)
        {
            return;
        }

        // A folder of anything else would become a dataset that nobody meant.
        if (!Directory.Exists(Path.Combine(folder, "train")))
        {
            throw new UserException($"Expected a new folder or a dataset with train/ to add a pair to, found other files in '{folder}'; choose another folder.");
        }

        if (Directory.EnumerateFiles(Path.Combine(folder, "train")).Any() && DatasetFolder.Open(folder, PairLayout.Auto) is { Layout: not PairLayout.SideBySide } other)
        {
            throw new UserException($"Expected a dataset with pairs side by side to add one to, found '{folder}' in the layout {other.Layout}; name another folder.");
        }
    }
}
