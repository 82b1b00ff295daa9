using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Finds this assembly's native libraries under the file names that each system gives them.</summary>
internal static class NativeLibraries
{
    public const string Glfw = "glfw";
    public const string Egl = "EGL";
    public const string X11 = "libX11.so.6";
    public const string XInput = "libXi.so.6";

    private static readonly Dictionary<string, string[]> FileNames = new()
    {
        [Glfw] = ["libglfw.so.3", "libglfw.so", "libglfw.3.dylib"],
        [Egl] = ["libEGL.so.1", "libEGL.so"],
    };

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The names must be known before the first native call, whichever it is.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var file in FileNames.GetValueOrDefault(name, []))
        {
            if (NativeLibrary.TryLoad(file, assembly, searchPath, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
