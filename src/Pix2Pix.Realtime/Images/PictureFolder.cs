using System.Globalization;

namespace Pix2Pix.Realtime.Images;

/// <summary>The files of a folder, told apart by their names; hidden ones and what lies in folders inside are not looked at. Immutable; any thread.</summary>
/// <param name="Pictures">Those that can be read, by name, in an order that is the same everywhere.</param>
/// <param name="PassedOver">All others, in the same order.</param>
internal sealed record PictureFolder(IReadOnlyList<string> Pictures, IReadOnlyList<string> PassedOver)
{
    /// <summary>More names in a sentence than this are no longer read.</summary>
    private const int MostNames = 3;

    private static readonly StringComparer Counting = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PictureFolder Open(string folder)
    {
        var files = Directory.EnumerateFiles(folder)
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .OrderBy(file => Path.GetFileName(file), Counting)
            .ThenBy(file => Path.GetFileName(file), StringComparer.Ordinal)
            .ToLookup(ImageFile.IsPicture);
        return new PictureFolder([.. files[true]], [.. files[false]]);
    }

    /// <summary>One sentence that counts and names files that were passed over; null where there are none.</summary>
    public static string? Describe(IReadOnlyCollection<string> passedOver)
    {
        if (passedOver.Count == 0)
        {
            return null;
        }

        var names = string.Join(", ", passedOver.Take(MostNames).Select(file => $"'{Path.GetFileName(file)}'"));
        var more = passedOver.Count > MostNames ? $" and {passedOver.Count - MostNames} more" : "";
        return $"{passedOver.Count} {(passedOver.Count == 1 ? "file was" : "files were")} skipped; only PNG, JPEG, WebP, BMP, GIF, TGA and TIFF are read: {names}{more}.";
    }
}
