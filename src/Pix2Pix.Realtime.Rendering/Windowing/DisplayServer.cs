namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Whether this session has a place for windows.</summary>
internal static class DisplayServer
{
    /// <summary>On Linux a window needs a display server; elsewhere there always is one.</summary>
    public static bool IsPresent => !OperatingSystem.IsLinux() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
