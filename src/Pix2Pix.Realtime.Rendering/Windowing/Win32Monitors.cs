using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The system's monitors, the primary one first. Any thread.</summary>
internal static unsafe class Win32Monitors
{
    private const uint Primary = 1;

    public static IReadOnlyList<MonitorInfo> List() => Array.ConvertAll(All(), monitor =>
        new MonitorInfo(NameOf(monitor), new PixelSize(monitor.Monitor.Width, monitor.Monitor.Height), RefreshRate(monitor)));

    /// <summary>Where a monitor lies on the desktop.</summary>
    /// <exception cref="UserException">There is no such monitor.</exception>
    public static Win32Rect Place(int index)
    {
        var all = All();
        return index >= 0 && index < all.Length
            ? all[index].Monitor
            : throw new UserException($"Expected a monitor from 1 to {all.Length}, found {index + 1}; choose one that is connected.");
    }

    private static Win32MonitorInfo[] All()
    {
        var all = new List<Win32MonitorInfo>();
        var handle = GCHandle.Alloc(all);
        _ = Win32.EnumDisplayMonitors(0, 0, &Hear, GCHandle.ToIntPtr(handle));
        handle.Free();
        return [.. all.OrderByDescending(monitor => monitor.Flags & Primary)];
    }

    [UnmanagedCallersOnly]
    private static int Hear(nint monitor, nint deviceContext, Win32Rect* rect, nint data)
    {
        var info = new Win32MonitorInfo { Size = (uint)sizeof(Win32MonitorInfo) };
        if (Win32.GetMonitorInfo(monitor, &info) != 0)
        {
            ((List<Win32MonitorInfo>)GCHandle.FromIntPtr(data).Target!).Add(info);
        }

        const int goOn = 1;
        return goOn;
    }

    /// <summary>The maker's name, else the system's, such as DISPLAY1.</summary>
    private static string NameOf(Win32MonitorInfo monitor)
    {
        var device = new Win32DisplayDevice { Size = (uint)sizeof(Win32DisplayDevice) };
        return Win32.EnumDisplayDevices(monitor.Device, 0, &device, 0) != 0 && new string(device.Description) is { Length: > 0 } name
            ? name
            : new string(monitor.Device).TrimStart('\\', '.');
    }

    /// <returns>0 or 1 in the system's words = the hardware's own, which is not told.</returns>
    private static int RefreshRate(Win32MonitorInfo monitor)
    {
        const uint current = 0xFFFFFFFF;
        var mode = new Win32DisplayMode { Size = (ushort)sizeof(Win32DisplayMode) };
        return Win32.EnumDisplaySettings(monitor.Device, current, &mode) != 0 && mode.Frequency > 1 ? (int)mode.Frequency : 0;
    }
}
