namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A value of the graph during planning: its parts, and the operations that the next convolution still has to apply.</summary>
/// <param name="Parts">One, or after a Concat more.</param>
/// <param name="Height">Rows of every part.</param>
/// <param name="Width">Columns.</param>
/// <param name="IsDoubled">Whether a nearest up-sampling to twice the sides waits.</param>
/// <param name="Mirrored">Rows and columns of reflect padding that wait.</param>
internal sealed record PlannedValue(IReadOnlyList<TensorPart> Parts, int Height, int Width, bool IsDoubled = false, int Mirrored = 0)
{
    public int Channels => Parts.Sum(part => part.Channels);

    /// <summary>The only part, when nothing waits; null otherwise.</summary>
    public TensorPart? Single => Parts is [var part] && !IsDoubled && Mirrored == 0 ? part : null;

    /// <summary>For error messages, e.g. <c>one tensor of 64 channels, 128x128, up-sampled</c>.</summary>
    public string Words =>
        $"{(Parts.Count == 1 ? "one tensor" : $"{Parts.Count} tensors")} of {Channels} channels, {Width}x{Height}{(Parts.All(part => part.IsRaw) ? "" : ", normalised or activated")}"
        + $"{(IsDoubled ? ", up-sampled" : "")}{(Mirrored > 0 ? $", padded by {Mirrored}" : "")}";
}
