using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The part of EGL 1.5 that a context without a window needs, as its header declares it.</summary>
internal static unsafe partial class Egl
{
    public const int PlatformSurfacelessMesa = 0x31DD;
    public const int PlatformDevice = 0x313F;
    public const int OpenGlApi = 0x30A2;
    public const int OpenGlBit = 0x0008;
    public const int RenderableType = 0x3040;
    public const int SurfaceType = 0x3033;
    public const int None = 0x3038;
    public const int ContextMajorVersion = 0x3098;
    public const int ContextMinorVersion = 0x30FB;
    public const int ContextProfileMask = 0x30FD;
    public const int ContextCoreProfileBit = 0x0001;
    public const int ContextDebug = 0x31B0;

    private const string Library = NativeLibraries.Egl;

    [LibraryImport(Library, EntryPoint = "eglGetPlatformDisplay")]
    public static partial nint GetPlatformDisplay(int platform, nint nativeDisplay, nint* attributes);

    [LibraryImport(Library, EntryPoint = "eglInitialize")]
    public static partial int Initialize(nint display, out int major, out int minor);

    [LibraryImport(Library, EntryPoint = "eglBindAPI")]
    public static partial int BindApi(int api);

    [LibraryImport(Library, EntryPoint = "eglChooseConfig")]
    public static partial int ChooseConfig(nint display, int* attributes, nint* configs, int size, out int count);

    [LibraryImport(Library, EntryPoint = "eglCreateContext")]
    public static partial nint CreateContext(nint display, nint config, nint share, int* attributes);

    [LibraryImport(Library, EntryPoint = "eglDestroyContext")]
    public static partial int DestroyContext(nint display, nint context);

    [LibraryImport(Library, EntryPoint = "eglMakeCurrent")]
    public static partial int MakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library, EntryPoint = "eglGetCurrentContext")]
    public static partial nint GetCurrentContext();

    [LibraryImport(Library, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    [LibraryImport(Library, EntryPoint = "eglGetError")]
    public static partial int GetError();
}
