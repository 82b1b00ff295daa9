namespace Pix2Pix.Realtime.App.Sources;

/// <summary>The cameras that Linux knows, by the names that their drivers give them.</summary>
internal static class CameraDevices
{
    /// <summary>Where Linux lists them: a folder each, with a file <c>name</c>.</summary>
    public const string LinuxFolder = "/sys/class/video4linux";

    /// <summary>Lists device files and names, in the order of the devices' numbers.</summary>
    /// <param name="folder">See <see cref="LinuxFolder"/>; empty where there is none.</param>
    public static IReadOnlyList<(string Device, string Name)> List(string folder = LinuxFolder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder)
            .Select(Path.GetFileName)
            .OfType<string>()
            .OrderBy(device => device.Length).ThenBy(device => device, StringComparer.Ordinal)
            .Select(device => ($"/dev/{device}", ReadName(Path.Combine(folder, device, "name"))))];

    /// <summary>The device file of a camera that was named in part, ignoring case; null when none fits.</summary>
    public static string? Find(string name, string folder = LinuxFolder) =>
        List(folder).FirstOrDefault(one => one.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).Device;

    private static string ReadName(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (IOException)
        {
            // A camera that was pulled out since it was listed has no name any more.
            return "";
        }
    }
}
