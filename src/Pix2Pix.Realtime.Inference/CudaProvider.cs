using Microsoft.ML.OnnxRuntime;

namespace Pix2Pix.Realtime.Inference;

/// <summary>ONNX Runtime's CUDA provider: whether it is there, and why it does not run.</summary>
internal static class CudaProvider
{
    /// <summary>Whether this build of ONNX Runtime has it; a GPU and its driver may still be missing.</summary>
    public static bool IsBuiltIn => OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider");

    /// <summary>Why a session could not be opened with it, in words short enough for a status line.</summary>
    public static string WhyNot(Exception fault)
    {
        if (!IsBuiltIn)
        {
            return "not in this build";
        }

        const int longest = 120;
        var line = RuntimeFault.Line(fault);
        return line.Length <= longest ? line : $"{line[..longest]}...";
    }
}
