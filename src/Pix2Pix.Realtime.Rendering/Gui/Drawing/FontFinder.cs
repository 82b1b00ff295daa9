using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>Finds the panel's typefaces among those installed: Inter, then DejaVu Sans, then what the system shows its own panels in.</summary>
internal static class FontFinder
{
    private static readonly (string Regular, string Bold)[] Families =
    [
        ("Inter-Regular", "Inter-SemiBold"), ("DejaVuSans", "DejaVuSans-Bold"), ("segoeui", "seguisb"), ("LiberationSans-Regular", "LiberationSans-Bold"),
    ];

    private static readonly string[] Endings = [".otf", ".ttf"];

    /// <exception cref="UserException">There is no font at all.</exception>
    public static (SKTypeface Regular, SKTypeface Bold) Find()
    {
        var files = Folders().Where(Directory.Exists).SelectMany(FontFiles)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var (regular, bold) in Families)
        {
            if (files.TryGetValue(regular, out var regularFile) && SKTypeface.FromFile(regularFile) is { } face)
            {
                return (face, files.TryGetValue(bold, out var boldFile) ? SKTypeface.FromFile(boldFile) ?? face : face);
            }
        }

        var system = SKTypeface.Default;
        return system.GlyphCount > 0
            ? (system, SKTypeface.FromFamilyName(system.FamilyName, SKFontStyle.Bold) ?? system)
            : throw new UserException($"Expected a font for the panel, found none; {InstallHint.Of(debian: "fonts-inter", windows: "install Inter (https://rsms.me/inter) or restore Windows' own fonts in Settings > Fonts")}.");
    }

    private static IEnumerable<string> Folders()
    {
        yield return Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts");
        yield return "/usr/share/fonts";
        yield return "/usr/local/share/fonts";
        yield return "/Library/Fonts";
    }

    private static IEnumerable<string> FontFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
}
