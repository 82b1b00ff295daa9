namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Whether this session has a place for windows.</summary>
internal static class DisplayServer
{
    /// <summary>On Linux a window needs a display server; elsewhere there always is one.</summary>
    public static bool IsPresent => !OperatingSystem.IsLinux() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    /// <summary>Whether it is a Wayland session, where programs see nothing of the screen but their own windows, also those that use X11.</summary>
    public static bool IsWayland => OperatingSystem.IsLinux() && (IsSet("WAYLAND_DISPLAY") || Environment.GetEnvironmentVariable("XDG_SESSION_TYPE") == "wayland");

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
