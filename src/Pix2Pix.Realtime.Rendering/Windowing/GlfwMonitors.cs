using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The system's monitors as GLFW lists them, the primary one first. Main thread.</summary>
internal static unsafe class GlfwMonitors
{
    public static IReadOnlyList<MonitorInfo> List()
    {
        var monitors = Glfw.GetMonitors(out var count);
        var list = new MonitorInfo[count];
        for (var i = 0; i < count; i++)
        {
            var mode = Glfw.GetVideoMode(monitors[i]);
            var name = Marshal.PtrToStringUTF8((nint)Glfw.GetMonitorName(monitors[i])) ?? $"monitor {i + 1}";
            list[i] = new MonitorInfo(name, new PixelSize(mode->Width, mode->Height), mode->RefreshRate);
        }

        return list;
    }

    /// <summary>Whether a point of the desktop is on one of them: a monitor that was there last time may be gone.</summary>
    public static bool Holds(int x, int y)
    {
        var monitors = Glfw.GetMonitors(out var count);
        for (var i = 0; i < count; i++)
        {
            Glfw.GetMonitorWorkArea(monitors[i], out var left, out var top, out var width, out var height);
            if (new PixelRect(left, top, width, height).Contains(x, y))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes the window cover a monitor in the monitor's present mode.</summary>
    public static void Fill(nint window, int index)
    {
        var monitors = Glfw.GetMonitors(out var count);
        if (index < 0 || index >= count)
        {
            throw new UserException($"Expected a monitor from 1 to {count}, found {index + 1}; choose one that is connected.");
        }

        var mode = Glfw.GetVideoMode(monitors[index]);
        Glfw.SetWindowMonitor(window, monitors[index], 0, 0, mode->Width, mode->Height, mode->RefreshRate);
    }
}
