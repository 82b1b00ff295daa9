namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>In what numbers the GPU keeps a generator's weights and what is between its layers.</summary>
internal enum GpuPrecision
{
    /// <summary>The faster one that answers the probe.</summary>
    Auto,

    Fp32,

    Fp16,
}
