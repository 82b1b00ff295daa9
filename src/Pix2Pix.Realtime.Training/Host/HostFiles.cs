using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>The host machine's folders and files, for a client that may sit at another machine. The client may see what the host's user may.</summary>
internal static class HostFiles
{
    /// <param name="folder">A whole path; empty or, from the wire, null = the home folder.</param>
    /// <exception cref="UserException">It does not exist or may not be read.</exception>
    public static FolderListing List(string folder)
    {
        try
        {
            var path = folder.Length == 0 ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) : Path.GetFullPath(folder);
            return new FolderListing(path, Names(Directory.EnumerateDirectories(path)), Names(Directory.EnumerateFiles(path)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserException(HostTexts.FolderNotRead(folder, fault.Message), fault);
        }
    }

    /// <exception cref="UserException">There is no such file, or it is no regular one.</exception>
    public static FileStream Open(string file) => RegularFile.WhyNot(file) is { } found
        ? throw new UserException(HostTexts.NoFile(file, found))
        : RegularFile.OpenRead(file);

    private static string[] Names(IEnumerable<string> paths) =>
        [.. paths.Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(StringComparer.OrdinalIgnoreCase)];
}
