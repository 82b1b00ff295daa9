using Microsoft.ML.OnnxRuntime;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Describes ONNX Runtime on this machine.</summary>
/// <param name="Works">Whether it loads at all.</param>
/// <param name="Summary">One sentence: the version and what computes, or why it doesn't load.</param>
internal sealed record RuntimeReport(bool Works, string Summary)
{
    /// <summary>ONNX Runtime's version; it must load.</summary>
    public static string Version => OrtEnv.Instance().GetVersionString();

    /// <summary>Loads ONNX Runtime and asks it; never throws for what a machine may lack.</summary>
    public static RuntimeReport Make()
    {
        try
        {
            var cuda = CudaProvider.IsBuiltIn ? "CPU and, with an NVIDIA GPU and driver, CUDA" : "CPU";
            return new RuntimeReport(true, $"ONNX Runtime {Version} runs on: {cuda}");
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException or BadImageFormatException)
        {
            return new RuntimeReport(false, $"ONNX Runtime does not load: {RuntimeFault.Line(fault.InnerException ?? fault)}");
        }
    }
}
