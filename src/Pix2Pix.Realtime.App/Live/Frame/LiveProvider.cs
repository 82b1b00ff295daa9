namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>The execution provider of the live program.</summary>
internal enum LiveProvider
{
    /// <summary>The fastest that works here.</summary>
    Auto,

    /// <summary>ONNX Runtime on the processor.</summary>
    Cpu,

    /// <summary>ONNX Runtime on an NVIDIA GPU.</summary>
    Cuda,

    /// <summary>Compute shaders on any card, texture to texture; where they don't work the processor takes over.</summary>
    Gl,
}
