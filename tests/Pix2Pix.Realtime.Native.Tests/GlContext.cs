using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>An OpenGL context that belongs to the test, as an engine's belongs to the engine, and the loaders that such a host hands over.</summary>
internal static unsafe class GlContext
{
    /// <summary>Current on this thread; skips the test where there is none.</summary>
    public static OffscreenContext Open()
    {
        try
        {
            return new OffscreenContext(new PixelSize(8, 8));
        }
        catch (UserException fault)
        {
            Assert.Skip(fault.Message);
            throw;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* Find(void* user, byte* name)
    {
        var find = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(NativeLibrary.Load("libEGL.so.1"), "eglGetProcAddress");
        return (void*)find(name);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void* FindNothing(void* user, byte* name) => null;
}
