namespace Pix2Pix.Realtime.Data;

/// <summary>The folder that a dataset is written into: new or empty, so that nothing is overwritten or mixed.</summary>
internal static class NewFolder
{
    /// <exception cref="UserException">It holds something.</exception>
    public static void Require(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new UserException($"Expected a new or empty folder to write to, found files in '{path}'; choose another or empty it first.");
        }
    }
}
