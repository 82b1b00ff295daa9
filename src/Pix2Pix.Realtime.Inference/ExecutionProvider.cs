namespace Pix2Pix.Realtime.Inference;

/// <summary>ONNX Runtime's execution provider.</summary>
public enum ExecutionProvider
{
    /// <summary>CUDA where it is built in and works, else the CPU.</summary>
    Auto,

    Cpu,

    /// <summary>An NVIDIA GPU; where it doesn't work the CPU takes over and <see cref="Generators.GeneratorInfo.Runs"/> says why.</summary>
    Cuda,
}
