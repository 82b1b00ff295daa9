namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Where this program keeps what belongs to the user: <c>pix2pix</c> under the system's folders for configuration, data and caches. The folders need not exist.
/// All paths are absolute: without a home folder they lie in a fresh temporary folder of this process, never in the current folder. Any thread.
/// </summary>
internal static class UserFolders
{
    private const string Program = "pix2pix";

    private static readonly Lazy<string> Fallback = new(() => Directory.CreateTempSubdirectory($"{Program}-").FullName);

    /// <summary>Settings of the user.</summary>
    public static string Config(params ReadOnlySpan<string> parts) => Under(System(Environment.SpecialFolder.ApplicationData), parts);

    /// <summary>Files that the user made.</summary>
    public static string Data(params ReadOnlySpan<string> parts) => Under(System(Environment.SpecialFolder.LocalApplicationData), parts);

    /// <summary>Files that can be recreated.</summary>
    public static string Cache(params ReadOnlySpan<string> parts)
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache)
        {
            return Under(cache, parts);
        }

        // Windows has one folder for what belongs to this machine alone: %LOCALAPPDATA%.
        if (OperatingSystem.IsWindows())
        {
            return Data(["cache", .. parts]);
        }

        var home = System(Environment.SpecialFolder.UserProfile);
        return Under(home.Length > 0 ? Path.Combine(home, ".cache") : "", parts);
    }

    private static string System(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    private static string Under(string root, ReadOnlySpan<string> parts) =>
        Path.Combine([Path.IsPathFullyQualified(root) ? root : Fallback.Value, Program, .. parts]);
}
