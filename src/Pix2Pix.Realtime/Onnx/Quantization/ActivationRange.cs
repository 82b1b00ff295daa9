namespace Pix2Pix.Realtime.Onnx.Quantization;

/// <summary>
/// What a graph's value runs from and to, as bytes are laid over it. Zero is always among them and has a byte of its own, because convolutions pad with it.
/// </summary>
/// <param name="Low">At most 0.</param>
/// <param name="High">At least 0.</param>
internal readonly record struct ActivationRange(float Low, float High)
{
    /// <summary>Steps between 256 bytes.</summary>
    private const float Steps = 255;

    /// <summary>The difference that one step of a byte makes.</summary>
    public float Scale => MathF.Max((High - Low) / Steps, 1e-9f);

    /// <summary>The byte that means zero.</summary>
    public byte ZeroPoint => (byte)Math.Clamp(MathF.Round(-Low / Scale), 0, Steps);

    /// <summary>The part that a ReLU lets through.</summary>
    public ActivationRange Positive => this with { Low = 0 };
}
