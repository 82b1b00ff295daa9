using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>The host machine's folders and files, for a client that may sit at another machine. The client may see what the host's user may.</summary>
internal static class HostFiles
{
    /// <param name="folder">A whole path; empty or, from the wire, null = the home folder.</param>
    /// <exception cref="UserException">It does not exist or may not be read.</exception>
    public static FolderListing List(string folder)
    {
        var path = string.IsNullOrEmpty(folder) ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) : Path.GetFullPath(folder);
        try
        {
            return new FolderListing(path, Names(Directory.EnumerateDirectories(path)), Names(Directory.EnumerateFiles(path)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"Expected a readable folder at '{path}', but reading failed: {fault.Message}", fault);
        }
    }

    /// <exception cref="UserException">There is no such file.</exception>
    public static FileStream Open(string file) => File.Exists(file)
        ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        : throw new UserException($"Expected a file at '{file}', found none; it may have been replaced by a newer one.");

    private static string[] Names(IEnumerable<string> paths) =>
        [.. paths.Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(StringComparer.OrdinalIgnoreCase)];
}
