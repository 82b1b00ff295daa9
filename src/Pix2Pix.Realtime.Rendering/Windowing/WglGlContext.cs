using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Silk.NET.Core.Contexts;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// A WGL context on a window, or on a hidden one of its own to draw into framebuffer objects only. Tried in this order: OpenGL core 4.5, 4.3, 3.3, each first with
/// the wish to hear of a reset GPU. Thread contract: made, used and disposed on one thread, any.
/// </summary>
internal sealed unsafe class WglGlContext : IGLContext
{
    private static readonly (int Major, int Minor)[] Versions = [(4, 5), (4, 3), (3, 3)];

    private readonly WglExtensions _extensions = WglExtensions.Require();
    private readonly nint _library = NativeLibrary.Load(Wgl.Library);
    private readonly nint _window;
    private readonly nint _device;
    private readonly bool _ownsWindow;

    /// <summary>Without a window: nothing is ever shown.</summary>
    /// <exception cref="UserException">No driver with OpenGL 3.3.</exception>
    public WglGlContext(bool isDebug)
        : this(CreateHidden(), isDebug) => _ownsWindow = true;

    /// <summary>On a window that has no pixel format yet; makes the context current.</summary>
    /// <exception cref="UserException">No driver with OpenGL 3.3.</exception>
    public WglGlContext(nint window, bool isDebug)
    {
        _window = window;
        _device = Wgl.GetDC(window);
        SetPixelFormat();
        Handle = Create(isDebug);
        MakeCurrent();
    }

    public nint Handle { get; }

    public IGLContextSource? Source => null;

    public bool IsCurrent => Wgl.GetCurrentContext() == Handle;

    public void SwapInterval(int interval)
    {
        if (_extensions.SwapInterval is not null)
        {
            _ = _extensions.SwapInterval(interval);
        }
    }

    public void SwapBuffers() => _ = Wgl.SwapBuffers(_device);

    public void MakeCurrent()
    {
        if (Wgl.MakeCurrent(_device, Handle) == 0)
        {
            throw new InvalidOperationException("The OpenGL context can't be used on this thread.");
        }
    }

    public void Clear() => _ = Wgl.MakeCurrent(0, 0);

    public nint GetProcAddress(string proc, int? slot = null) => TryGetProcAddress(proc, out var address, slot)
        ? address
        : throw new EntryPointNotFoundException($"The OpenGL driver has no function {proc}.");

    /// <summary>What OpenGL 1.1 had is the library's, the rest is the driver's; some drivers answer a small number for what they lack.</summary>
    public bool TryGetProcAddress(string proc, [MaybeNullWhen(false)] out nint addr, int? slot = null)
    {
        addr = Wgl.GetProcAddress(proc);
        return addr is not (>= -1 and <= 3) || NativeLibrary.TryGetExport(_library, proc, out addr);
    }

    public void Dispose()
    {
        Clear();
        _ = Wgl.DeleteContext(Handle);
        if (_ownsWindow)
        {
            _ = Win32.DestroyWindow(_window);
        }
    }

    private static nint CreateHidden()
    {
        const uint popup = 0x80000000;
        _ = WglExtensions.Require();
        return Win32WindowClass.Create("off-screen", popup);
    }

    private void SetPixelFormat()
    {
        var wanted = stackalloc int[]
        {
            Wgl.DrawToWindow, 1, Wgl.SupportOpenGl, 1, Wgl.DoubleBuffer, 1, Wgl.Acceleration, Wgl.FullAcceleration, Wgl.PixelType, Wgl.Rgba,
            Wgl.ColorBits, 24, Wgl.AlphaBits, 8, Wgl.DepthBits, 0, Wgl.StencilBits, 0, 0,
        };
        int format;
        uint count;
        if (_extensions.ChoosePixelFormat(_device, wanted, null, 1, &format, &count) == 0 || count == 0
            || Wgl.DescribePixelFormat(_device, format, (uint)sizeof(Win32PixelFormat), out var description) == 0 || Wgl.SetPixelFormat(_device, format, description) == 0)
        {
            throw WglExtensions.TooOld();
        }
    }

    private nint Create(bool isDebug)
    {
        const int versionMajor = 1;
        const int versionMinor = 3;
        const int flags = 7;
        const int resetStrategy = 8;
        var attributes = stackalloc int[]
        {
            Wgl.ContextMajorVersion, 0, Wgl.ContextMinorVersion, 0, Wgl.ContextProfileMask, Wgl.CoreProfile, Wgl.ContextFlags, 0, 0, Wgl.LoseContextOnReset, 0,
        };
        foreach (var (major, minor) in Versions)
        {
            foreach (var isRobust in (ReadOnlySpan<bool>)[true, false])
            {
                (attributes[versionMajor], attributes[versionMinor]) = (major, minor);
                attributes[flags] = Wgl.ForwardCompatibleFlag | (isDebug ? Wgl.DebugFlag : 0) | (isRobust ? Wgl.RobustAccessFlag : 0);

                // A zero in the attribute's place ends the list before it.
                attributes[resetStrategy] = isRobust ? Wgl.ContextResetStrategy : 0;
                if (_extensions.CreateContextAttributes(_device, 0, attributes) is not 0 and var context)
                {
                    return context;
                }
            }
        }

        throw WglExtensions.TooOld();
    }
}
