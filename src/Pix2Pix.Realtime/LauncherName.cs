namespace Pix2Pix.Realtime;

/// <summary>What the user types to start this program, for sentences that say what to do. Any thread.</summary>
internal static class LauncherName
{
    /// <summary>For a shell in the program's folder.</summary>
    public static string Here => OperatingSystem.IsWindows() ? "pix2pix" : "./pix2pix";
}
