namespace Pix2Pix.Realtime;

/// <summary>Says what to install, in the words of the system at hand. Any thread.</summary>
internal static class InstallHint
{
    /// <summary>Part of a sentence, without a full stop.</summary>
    /// <param name="debian">Debian's packages.</param>
    /// <param name="windows">What to do on Windows.</param>
    public static string Of(string debian, string windows) => OperatingSystem.IsWindows() ? windows
        : OperatingSystem.IsMacOS() ? $"install it (Homebrew: brew install {debian})"
        : $"install it (Debian and Ubuntu: apt install {debian})";
}
