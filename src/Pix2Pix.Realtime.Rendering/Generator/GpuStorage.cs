namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>The number format in which the GPU keeps weights and tensors. Sums are float32 in both.</summary>
public enum GpuStorage
{
    /// <summary>float32.</summary>
    Single,

    /// <summary>float16, packed in pairs: half the memory to read and write, and answers that are a little coarser.</summary>
    Half,
}
