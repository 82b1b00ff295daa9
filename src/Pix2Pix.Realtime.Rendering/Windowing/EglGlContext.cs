using System.Diagnostics.CodeAnalysis;
using Silk.NET.Core.Contexts;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// An EGL context without any surface: it draws into framebuffer objects only. Tried in this order: Mesa's surfaceless platform,
/// then the device platform of other drivers; OpenGL core 4.3, then 3.3.
/// </summary>
internal sealed unsafe class EglGlContext : IGLContext
{
    private static readonly (int Major, int Minor)[] Versions = [(4, 3), (3, 3)];

    private readonly nint _display;

    public EglGlContext(bool isDebug)
    {
        DriverCache.RequireRoom();
        try
        {
            foreach (var display in Displays())
            {
                if (display != 0 && Egl.Initialize(display, out _, out _) != 0 && (Handle = Create(display, isDebug)) != 0)
                {
                    _display = display;
                    MakeCurrent();
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new UserException("Expected the library EGL 1.5 to draw without a window, found none; install it (Debian and Ubuntu: apt install libegl1).", fault);
        }

        throw new UserException(
            $"Expected an OpenGL 3.3 driver that can draw without a window, found none (EGL error 0x{Egl.GetError():x}); "
            + "install one (Debian and Ubuntu: apt install libegl-mesa0 libgl1-mesa-dri).");
    }

    public nint Handle { get; }

    public IGLContextSource? Source => null;

    public bool IsCurrent => Egl.GetCurrentContext() == Handle;

    /// <summary>Nothing: there is no display to wait for.</summary>
    public void SwapInterval(int interval) { }

    /// <summary>Nothing: there is no surface to show.</summary>
    public void SwapBuffers() { }

    public void MakeCurrent()
    {
        if (Egl.BindApi(Egl.OpenGlApi) == 0 || Egl.MakeCurrent(_display, 0, 0, Handle) == 0)
        {
            throw new InvalidOperationException($"The off-screen OpenGL context can't be used on this thread (EGL error 0x{Egl.GetError():x}).");
        }
    }

    public void Clear() => _ = Egl.MakeCurrent(_display, 0, 0, 0);

    public nint GetProcAddress(string proc, int? slot = null) => TryGetProcAddress(proc, out var address, slot)
        ? address
        : throw new EntryPointNotFoundException($"The OpenGL driver has no function {proc}.");

    public bool TryGetProcAddress(string proc, [MaybeNullWhen(false)] out nint addr, int? slot = null) => (addr = Egl.GetProcAddress(proc)) != 0;

    public void Dispose()
    {
        Clear();

        // The display stays: EGL gives one per process and platform, and another context may be using it.
        _ = Egl.DestroyContext(_display, Handle);
    }

    private static List<nint> Displays()
    {
        var displays = new List<nint> { Egl.GetPlatformDisplay(Egl.PlatformSurfacelessMesa, 0, null) };
        var query = (delegate* unmanaged<int, nint*, int*, int>)Egl.GetProcAddress("eglQueryDevicesEXT");
        const int mostDevices = 16;
        var devices = stackalloc nint[mostDevices];
        int count;
        if (query is not null && query(mostDevices, devices, &count) != 0)
        {
            for (var i = 0; i < count; i++)
            {
                displays.Add(Egl.GetPlatformDisplay(Egl.PlatformDevice, devices[i], null));
            }
        }

        return displays;
    }

    private static nint Create(nint display, bool isDebug)
    {
        // No surface will be made, so a configuration for any kind of surface, or for none, is good.
        var wanted = stackalloc int[] { Egl.SurfaceType, 0, Egl.RenderableType, Egl.OpenGlBit, Egl.None };
        nint config;
        if (Egl.BindApi(Egl.OpenGlApi) == 0 || Egl.ChooseConfig(display, wanted, &config, 1, out var found) == 0 || found == 0)
        {
            return 0;
        }

        const int versionMajor = 1;
        const int versionMinor = 3;
        var attributes = stackalloc int[]
        {
            Egl.ContextMajorVersion, 0, Egl.ContextMinorVersion, 0,
            Egl.ContextProfileMask, Egl.ContextCoreProfileBit, Egl.ContextDebug, isDebug ? 1 : 0, Egl.None,
        };
        foreach (var (major, minor) in Versions)
        {
            (attributes[versionMajor], attributes[versionMinor]) = (major, minor);
            var context = Egl.CreateContext(display, config, 0, attributes);
            if (context != 0)
            {
                return context;
            }
        }

        return 0;
    }
}
