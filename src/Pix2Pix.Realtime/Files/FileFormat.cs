using System.Globalization;

namespace Pix2Pix.Realtime.Files;

/// <summary>
/// The number of the layout of one kind of file. A file without a number is format 1, for it was written before there were numbers. Every file carries one that
/// this program reads back and whose layout is its own: configurations, preferences, scenes, stroke files and palettes as <c>format: 1</c>, checkpoints in their index,
/// snapshots in their metadata, kept choices in their first line. What other programs read in a layout of their own carries none (PNG, CSV, TensorBoard's events,
/// safetensors), nor does what is never read back (logs, pages, benchmark figures) or only by the driver that wrote it. Immutable; any thread.
/// </summary>
/// <param name="Newest">The format that is written, at least 1; it and all older ones are read.</param>
internal readonly record struct FileFormat(int Newest)
{
    /// <summary>The key of the format number in files with named entries.</summary>
    public const string Key = "format";

    /// <summary>The number as the first line of a YAML file.</summary>
    public string YamlLine => string.Create(CultureInfo.InvariantCulture, $"{Key}: {Newest}\n");

    /// <summary>Whether a file can be read.</summary>
    /// <param name="number">As it stands in the file; null = there is none.</param>
    public bool CanRead(string? number) => number is null || (TryParse(number, out var found) && found <= Newest);

    /// <summary>Refuses a file that can't be read.</summary>
    /// <param name="number">As it stands in the file; null = there is none.</param>
    /// <param name="file">What the sentence calls the file; null where the caller's sentence, which this one ends, names it.</param>
    /// <exception cref="UserException">A newer program wrote it, or the number isn't one.</exception>
    public void Require(string? number, string? file)
    {
        if (CanRead(number))
        {
            return;
        }

        var (expected, place, stop) = file is null ? ("expected", "", "") : ("Expected", $" in '{file}'", ".");
        throw new UserException(TryParse(number, out var newer)
            ? $"{expected} format {Newest} or older, found {newer}{place}; update pix2pix to open it{stop}"
            : $"{expected} a format number such as {Newest}, found '{number}'{place}; correct it, or open an unchanged copy{stop}");
    }

    private static bool TryParse(string? number, out int found) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out found) && found >= 1;
}
