namespace Pix2Pix.Realtime.Onnx;

/// <summary>How far a network's answer to a <see cref="Probe"/> is from the trainer's; on the -1..1 scale.</summary>
/// <param name="Largest">The largest absolute difference.</param>
/// <param name="Mean">The mean absolute difference.</param>
internal readonly record struct ProbeError(float Largest, float Mean)
{
    /// <summary>The answer can't be compared at all: another number of values, or values that are not finite.</summary>
    public static ProbeError Worst { get; } = new(float.PositiveInfinity, float.PositiveInfinity);

    /// <summary>Whether the answer is the trainer's within what the arithmetic allows.</summary>
    /// <param name="precision">How the weights are stored.</param>
    /// <param name="reducedProducts">Whether the processor multiplies with fewer bits than float32 has, as tensor cores do with TF32.</param>
    public bool IsWithin(WeightPrecision precision, bool reducedProducts) => precision switch
    {
        WeightPrecision.Int8 => Mean <= 5e-2f,
        WeightPrecision.Fp16 => Largest <= 2e-2f,
        _ => Largest <= (reducedProducts ? 2e-2f : 1e-3f),
    };

    public override string ToString() => FormattableString.Invariant($"largest difference {Largest:g3}, mean {Mean:g3}");
}
