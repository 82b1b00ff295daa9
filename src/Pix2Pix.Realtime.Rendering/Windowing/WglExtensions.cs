using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// WGL's newer functions. Only a driver with a context tells them, and a window's pixel format can be set but once: so a window of their own is made and thrown away.
/// Found once; any thread.
/// </summary>
internal sealed unsafe class WglExtensions
{
    private static readonly Lazy<WglExtensions> Found = new(static () => new WglExtensions());

    private WglExtensions()
    {
        const uint popup = 0x80000000;
        var (formerDevice, former) = (Wgl.GetCurrentDeviceContext(), Wgl.GetCurrentContext());
        var window = Win32WindowClass.Create("OpenGL", popup);
        var device = Wgl.GetDC(window);
        const uint drawToWindowSupportOpenGlDoubleBuffer = 0x4 | 0x20 | 0x1;
        var wanted = new Win32PixelFormat { Size = (ushort)sizeof(Win32PixelFormat), Version = 1, Flags = drawToWindowSupportOpenGlDoubleBuffer, ColorBits = 32, AlphaBits = 8 };
        var isSet = Wgl.SetPixelFormat(device, Wgl.ChoosePixelFormat(device, wanted), wanted) != 0;
        var context = isSet ? Wgl.CreateContext(device) : 0;
        try
        {
            if (context != 0 && Wgl.MakeCurrent(device, context) != 0)
            {
                ChoosePixelFormat = (delegate* unmanaged<nint, int*, float*, uint, int*, uint*, int>)Wgl.GetProcAddress("wglChoosePixelFormatARB");
                CreateContextAttributes = (delegate* unmanaged<nint, nint, int*, nint>)Wgl.GetProcAddress("wglCreateContextAttribsARB");
                SwapInterval = (delegate* unmanaged<int, int>)Wgl.GetProcAddress("wglSwapIntervalEXT");
                Driver = $"OpenGL {Words(0x1F02)} by {Words(0x1F00)}, {Words(0x1F01)}";
            }
        }
        finally
        {
            _ = Wgl.MakeCurrent(formerDevice, former);
            _ = Wgl.DeleteContext(context);
            _ = Win32.DestroyWindow(window);
        }
    }

    /// <exception cref="UserException">The driver has none of what is newer than OpenGL 1.1.</exception>
    public static WglExtensions Require() => Found.Value is { ChoosePixelFormat: not null, CreateContextAttributes: not null } found ? found : throw TooOld();

    /// <summary>What the driver calls itself.</summary>
    public string Driver { get; } = "no OpenGL";

    public delegate* unmanaged<nint, int*, float*, uint, int*, uint*, int> ChoosePixelFormat { get; }

    public delegate* unmanaged<nint, nint, int*, nint> CreateContextAttributes { get; }

    /// <summary>Null where the driver has it not.</summary>
    public delegate* unmanaged<int, int> SwapInterval { get; }

    /// <summary>Why there is no context, in one sentence.</summary>
    public static UserException TooOld()
    {
        const int remoteSession = 0x1000;
        var advice = Win32.GetSystemMetrics(remoteSession) != 0
            ? "this is a Remote Desktop session, which often has no newer one: start the program at the machine itself, or use a remote program that shares its screen"
            : "install the driver of the GPU's maker";
        return new UserException($"Expected a graphics driver with OpenGL 3.3 or newer, found {Found.Value.Driver}; {advice}.");
    }

    private static string Words(uint name) => Marshal.PtrToStringUTF8((nint)Wgl.GetString(name)) ?? "unknown";
}
