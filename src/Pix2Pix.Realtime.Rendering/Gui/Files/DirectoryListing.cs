using System.Globalization;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>The entries of a folder as a browser shows them: folders first, then files, by name, without hidden ones. Not thread-safe.</summary>
internal sealed class DirectoryListing
{
    /// <summary>14.jpg comes before 105.jpg.</summary>
    private static readonly StringComparer ByNumber = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);

    private readonly List<string> _names = [];
    private readonly List<Icon> _icons = [];

    public string Folder { get; private set; } = "";

    public IReadOnlyList<string> Names => _names;

    /// <summary>One for each name: a folder or a file.</summary>
    public IReadOnlyList<Icon> Icons => _icons;

    /// <summary>Why nothing is listed, in a sentence; empty when the folder could be read.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Reads a folder again.</summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="filter">Which files; null = folders only.</param>
    public void Read(string folder, FileFilter? filter)
    {
        Folder = folder;
        _names.Clear();
        _icons.Clear();
        Fault = "";
        try
        {
            Add(Directory.EnumerateDirectories(folder), Icon.Folder);
            if (filter is not null)
            {
                Add(Directory.EnumerateFiles(folder).Where(file => filter.Accepts(file)), Icon.File);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Fault = fault.Message;
        }
    }

    public bool IsFolder(int index) => _icons[index] == Icon.Folder;

    public string PathOf(int index) => Path.Combine(Folder, _names[index]);

    private void Add(IEnumerable<string> paths, Icon icon)
    {
        foreach (var name in paths.Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(ByNumber))
        {
            _names.Add(name);
            _icons.Add(icon);
        }
    }
}
