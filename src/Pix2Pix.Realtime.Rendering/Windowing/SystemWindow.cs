namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Opens windows by what the system has for them: Win32 on Windows, GLFW elsewhere.</summary>
internal static class SystemWindow
{
    /// <summary>Opens a window and makes its context current on this thread, which must be the main one.</summary>
    /// <exception cref="UserException">No display, no window library, or no OpenGL 3.3.</exception>
    public static IWindow Open(WindowOptions options) => OperatingSystem.IsWindows() ? new Win32Window(options) : new GlfwWindow(options);
}
