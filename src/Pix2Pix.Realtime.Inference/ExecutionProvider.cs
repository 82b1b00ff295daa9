namespace Pix2Pix.Realtime.Inference;

/// <summary>The execution provider of ONNX Runtime that runs a generator.</summary>
public enum ExecutionProvider
{
    /// <summary>CUDA where it is built in and works, else the CPU.</summary>
    Auto,

    /// <summary>The CPU, with <see cref="LoadOptions.Threads"/> threads.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU; where it doesn't work the CPU takes over and <see cref="Generators.GeneratorInfo.Runs"/> says why.</summary>
    Cuda,
}
