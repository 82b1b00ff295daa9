namespace Pix2Pix.Realtime.App.Osc;

/// <summary>The one folder whose files OSC messages may name. Any thread.</summary>
/// <param name="folder">It exists.</param>
internal sealed class OscFiles(string folder)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>The folder, absolute.</summary>
    public string Folder => _root;

    /// <exception cref="UserException">There is no such folder.</exception>
    public static OscFiles In(string folder) => Directory.Exists(folder)
        ? new OscFiles(folder)
        : throw new UserException(OscTexts.NoFolder(folder));

    /// <summary>A file or folder inside, or one that could be made there.</summary>
    /// <param name="name">As the message has it: absolute, or from the folder on.</param>
    /// <returns>An absolute path without links in it; null = it is none, or leads out of the folder.</returns>
    public string? Find(string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(_root, name));
        if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        for (var part = path; part.Length > _root.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
            {
                return null;
            }
        }

        return path;
    }
}
