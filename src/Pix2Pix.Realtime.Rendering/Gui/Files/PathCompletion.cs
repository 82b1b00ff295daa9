namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>Completes a typed path, as a shell does.</summary>
internal static class PathCompletion
{
    /// <summary>The folder a path is typed in: what is before its last separator. <c>~</c> is the user's home.</summary>
    public static string Expand(string typed)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return typed == "~" ? home : typed.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, typed[2..]) : typed;
    }

    /// <summary>The typed path as far as it can only continue in one way.</summary>
    /// <param name="typed">An absolute path, as far as it is typed.</param>
    /// <param name="filter">Which files count; null = folders only.</param>
    /// <returns>The same text when nothing, or more than one thing, could follow.</returns>
    public static string Complete(string typed, FileFilter? filter)
    {
        var path = Expand(typed);
        var folder = Path.GetDirectoryName(path);
        var start = Path.GetFileName(path);
        if (folder is null || !Path.IsPathRooted(path))
        {
            return typed;
        }

        var listing = new DirectoryListing();
        listing.Read(folder, filter);
        var fitting = Enumerable.Range(0, listing.Names.Count).Where(i => listing.Names[i].StartsWith(start, StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Count == 0)
        {
            return typed;
        }

        var common = listing.Names[fitting[0]];
        foreach (var index in fitting.Skip(1))
        {
            common = common[..CommonLength(common, listing.Names[index])];
        }

        var isWhole = fitting.Count == 1 && listing.IsFolder(fitting[0]);
        return Path.Combine(folder, common) + (isWhole ? Path.DirectorySeparatorChar.ToString() : "");
    }

    private static int CommonLength(string a, string b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && char.ToUpperInvariant(a[length]) == char.ToUpperInvariant(b[length]))
        {
            length++;
        }

        return length;
    }
}
