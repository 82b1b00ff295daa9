using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// Switches ONNX Runtime's telemetry off before its library loads: with telemetry on, it writes a device id and a queue of events below the cache folder and asks
/// for a server of its maker. It reads the environment of the C runtime; .NET's own is a copy on all systems but Windows, so both are set: the copy is what
/// child processes inherit.
/// </summary>
internal static partial class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";
    private const string Off = "1";

    /// <summary>Runs before anything of this assembly, which is the only place that loads ONNX Runtime; in the C library, when it starts.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "It must come before the first use, whichever that is.")]
    internal static void SwitchOff()
    {
        Environment.SetEnvironmentVariable(Variable, Off);
        if (OperatingSystem.IsWindows())
        {
            _ = PutEnvironment(Variable, Off);
        }
        else
        {
            const int Replace = 1;
            _ = SetEnvironment(Variable, Off, Replace);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PutEnvironment(string name, string value);
}
