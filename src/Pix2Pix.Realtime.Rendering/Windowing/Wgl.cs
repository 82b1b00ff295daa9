using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The part of WGL that a context needs, as its header declares it.</summary>
internal static unsafe partial class Wgl
{
    public const int DrawToWindow = 0x2001;
    public const int Acceleration = 0x2003;
    public const int FullAcceleration = 0x2027;
    public const int SupportOpenGl = 0x2010;
    public const int DoubleBuffer = 0x2011;
    public const int PixelType = 0x2013;
    public const int Rgba = 0x202B;
    public const int ColorBits = 0x2014;
    public const int AlphaBits = 0x201B;
    public const int DepthBits = 0x2022;
    public const int StencilBits = 0x2023;

    public const int ContextMajorVersion = 0x2091;
    public const int ContextMinorVersion = 0x2092;
    public const int ContextFlags = 0x2094;
    public const int ContextProfileMask = 0x9126;
    public const int ContextResetStrategy = 0x8256;
    public const int LoseContextOnReset = 0x8252;
    public const int CoreProfile = 1;
    public const int DebugFlag = 1;
    public const int ForwardCompatibleFlag = 2;
    public const int RobustAccessFlag = 4;

    public const string Library = "opengl32";
    private const string Drawing = "gdi32";

    [LibraryImport("user32")]
    public static partial nint GetDC(nint window);

    [LibraryImport(Drawing)]
    public static partial int ChoosePixelFormat(nint deviceContext, in Win32PixelFormat wanted);

    [LibraryImport(Drawing)]
    public static partial int SetPixelFormat(nint deviceContext, int format, in Win32PixelFormat description);

    [LibraryImport(Drawing)]
    public static partial int DescribePixelFormat(nint deviceContext, int format, uint size, out Win32PixelFormat description);

    [LibraryImport(Drawing, EntryPoint = "SwapBuffers")]
    public static partial int SwapBuffers(nint deviceContext);

    [LibraryImport(Library, EntryPoint = "wglCreateContext")]
    public static partial nint CreateContext(nint deviceContext);

    [LibraryImport(Library, EntryPoint = "wglDeleteContext")]
    public static partial int DeleteContext(nint context);

    [LibraryImport(Library, EntryPoint = "wglMakeCurrent")]
    public static partial int MakeCurrent(nint deviceContext, nint context);

    [LibraryImport(Library, EntryPoint = "wglGetCurrentContext")]
    public static partial nint GetCurrentContext();

    [LibraryImport(Library, EntryPoint = "wglGetCurrentDC")]
    public static partial nint GetCurrentDeviceContext();

    [LibraryImport(Library, EntryPoint = "wglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    [LibraryImport(Library, EntryPoint = "glGetString")]
    public static partial byte* GetString(uint name);
}
