namespace Pix2Pix.Realtime.Files;

/// <summary>What a disk has room for. Any thread.</summary>
internal static class DiskSpace
{
    /// <summary>ENOSPC, EDQUOT (Linux, macOS), ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.</summary>
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether a write failed because the disk is full or the person's share of it is used up.</summary>
    public static bool IsShort(Exception fault) => fault is IOException && Full.Contains(fault.HResult);

    /// <summary>The bytes that can still be written to a folder's disk.</summary>
    /// <param name="folder">It need not exist: the nearest folder above it that does counts.</param>
    /// <returns>Null where the system does not say.</returns>
    public static long? Free(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } above)
        {
            existing = above;
        }

        try
        {
            return new DriveInfo(existing).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
