namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Removes what is not needed any more, such as an old snapshot. Another program may have it open, which on Windows keeps it: it then stays until the next attempt,
/// for its owner lists what is too old each time, and nothing ends because of it. Any thread.
/// </summary>
internal static class Removal
{
    /// <param name="file">A file, or none.</param>
    /// <returns>Whether it is gone.</returns>
    public static bool Try(string file) => TryOn(SystemFiles.Shared, file);

    /// <param name="folder">A folder with all that is in it, or none.</param>
    /// <returns>Whether it is gone.</returns>
    public static bool TryFolder(string folder) => TryFolderOn(SystemFiles.Shared, folder);

    internal static bool TryOn(IFileLayer files, string file) => Attempt(() => files.Delete(file));

    internal static bool TryFolderOn(IFileLayer files, string folder) => Attempt(() => files.DeleteFolder(folder));

    private static bool Attempt(Action remove)
    {
        try
        {
            remove();
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
