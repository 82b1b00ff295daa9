namespace Pix2Pix.Realtime.Files;

/// <summary>The file layer of the system that the program runs on.</summary>
internal sealed class SystemFiles : IFileLayer
{
    /// <summary>ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_UNABLE_TO_REMOVE_REPLACED, ERROR_UNABLE_TO_MOVE_REPLACEMENT, ERROR_USER_MAPPED_FILE.</summary>
    private static readonly int[] Held = [unchecked((int)0x80070020), unchecked((int)0x80070021), unchecked((int)0x80070497), unchecked((int)0x80070498), unchecked((int)0x800704C8)];

    public static SystemFiles Shared { get; } = new();

    /// <summary>On Windows also a denied access: that is what the rename over an open file says.</summary>
    public bool IsPassing(Exception fault) => OperatingSystem.IsWindows() && (fault is UnauthorizedAccessException || (fault is IOException && Held.Contains(fault.HResult)));

    public void Replace(string source, string target)
    {
        // A plain rename never replaces a file that is open; this call does where the reader allows its deletion, as this program's readers do.
        if (OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.Replace(source, target, destinationBackupFileName: null, ignoreMetadataErrors: true);
        }
        else
        {
            File.Move(source, target, overwrite: true);
        }
    }

    public void Delete(string file) => File.Delete(file);

    public void DeleteFolder(string folder) => Directory.Delete(folder, recursive: true);

    public void Wait(TimeSpan time)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(time);
    }
}
