using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The window class of all windows of this program, registered once; it hands each window's messages to the object behind it. Any thread, each for its own windows.</summary>
internal static unsafe class Win32WindowClass
{
    private const string Name = "Pix2Pix.Realtime";
    private const int OwnerData = -21;

    /// <summary>A device context of its own, and a new picture whenever the size changes.</summary>
    private const uint Style = 0x0020 | 0x0001 | 0x0002;

    private const nint PerMonitorAwareV2 = -4;

    private static readonly Lazy<nint> Instance = new(Register);

    /// <summary>Makes a hidden window.</summary>
    /// <param name="title">The words of its title bar.</param>
    /// <param name="style">Window styles.</param>
    /// <exception cref="UserException">The system makes none, e.g. in a service.</exception>
    public static nint Create(string title, uint style)
    {
        const int systemsChoice = unchecked((int)0x80000000);
        const int smallest = 64;
        var window = Win32.CreateWindow(0, Name, title, style, systemsChoice, 0, smallest, smallest, 0, 0, Instance.Value, 0);
        return window != 0
            ? window
            : throw new UserException($"Expected a desktop to open a window on, found none (error {Marshal.GetLastPInvokeError()}); start it from a desktop session.");
    }

    /// <summary>From now on the window's messages go to an object.</summary>
    /// <returns>To be freed after the window was destroyed.</returns>
    public static GCHandle Connect(nint window, Win32Input input)
    {
        var handle = GCHandle.Alloc(input);
        Win32.SetWindowLong(window, OwnerData, GCHandle.ToIntPtr(handle));
        return handle;
    }

    private static nint Register()
    {
        // It fails where a manifest or the user has decided already, and that is well.
        _ = Win32.SetProcessDpiAwarenessContext(PerMonitorAwareV2);
        var instance = Win32.GetModuleHandle(0);
        var description = new Win32Class
        {
            Size = (uint)sizeof(Win32Class), Style = Style, Instance = instance, Name = Marshal.StringToHGlobalUni(Name),
            Procedure = (nint)(delegate* unmanaged<nint, uint, nuint, nint, nint>)&Answer,
        };
        return Win32.RegisterClass(description) != 0
            ? instance
            : throw new UserException($"Expected to register a window class, but Windows refused (error {Marshal.GetLastPInvokeError()}); sign out and in again, and try once more.");
    }

    [UnmanagedCallersOnly]
    private static nint Answer(nint window, uint message, nuint w, nint l)
    {
        var owner = Win32.GetWindowLong(window, OwnerData);
        return owner != 0 && ((Win32Input)GCHandle.FromIntPtr(owner).Target!).TryAnswer((Win32Event)message, w, l, out var answer)
            ? answer
            : Win32.DefaultAnswer(window, message, w, l);
    }
}
