namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>Which files a browser lists.</summary>
/// <param name="Name">For the menu, e.g. <c>Label maps (png)</c>.</param>
/// <param name="Endings">With the dot, ignoring case, e.g. <c>.png</c>; none = every file.</param>
internal sealed record FileFilter(string Name, params IReadOnlyList<string> Endings)
{
    public static FileFilter All { get; } = new("All files");

    /// <summary>A name to save under: one that has none of the endings gets the first.</summary>
    public string Complete(string name) => Accepts(name) ? name : $"{name}{Endings[0]}";

    public bool Accepts(string name) => Endings.Count == 0 || Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
