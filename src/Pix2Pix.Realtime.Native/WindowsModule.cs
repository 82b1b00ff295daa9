using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Pix2Pix.Realtime.Native;

/// <summary>
/// The library as a module of Windows. It stays in the process, for .NET's runtime can't leave it; and its ONNX Runtime is the one beside it: Windows itself would look
/// beside the host's program and in System32, which holds an old one.
/// </summary>
internal static unsafe partial class WindowsModule
{
    private const string Runtime = "onnxruntime";
    private const uint Pin = 1;
    private const uint FromAddress = 4;

    /// <summary>Characters: no path of Windows is longer.</summary>
    private const int LongestPath = 32_768;

    /// <summary>Runs at the first call of any function.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "It must come before the first use, whichever that is.")]
    internal static void Settle()
    {
        delegate* unmanaged[Cdecl]<uint> own = &Exports.GetVersion;
        if (!OperatingSystem.IsWindows() || GetModuleHandleEx(Pin | FromAddress, own, out var module) == 0)
        {
            return;
        }

        var path = new char[LongestPath];
        var folder = Path.GetDirectoryName(new string(path, 0, (int)GetModuleFileName(module, path, LongestPath)))!;
        OrtEnv.DisableDllImportResolver = true;
        NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, (name, _, _) => name == Runtime ? NativeLibrary.Load(Path.Combine(folder, $"{Runtime}.dll")) : 0);
    }

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleExW")]
    private static partial int GetModuleHandleEx(uint flags, void* address, out nint module);

    [LibraryImport("kernel32", EntryPoint = "GetModuleFileNameW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial uint GetModuleFileName(nint module, [Out] char[] path, uint size);
}
