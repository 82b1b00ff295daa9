using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Processes;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// Switches ONNX Runtime's telemetry off before its library loads: with telemetry on, it writes a device id and a queue of events below the cache folder and asks
/// for a server of its maker.
/// </summary>
internal static class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";
    private const string Off = "1";

    /// <summary>Runs before anything of this assembly, which is the only place that loads ONNX Runtime; in the C library, when it starts.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "It must come before the first use, whichever that is.")]
    internal static void SwitchOff() => NativeEnvironment.Set(Variable, Off);
}
