using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>A run of numbers that a PyTorch file keeps beside its pickle; several tensors may lie in one.</summary>
/// <param name="Type">As PyTorch names it, e.g. <c>FloatStorage</c>.</param>
/// <param name="Key">Its name in the file.</param>
internal sealed record PickledStorage(string Type, string Key)
{
    /// <summary>Bytes of a number.</summary>
    /// <exception cref="InvalidDataException">The type is unknown.</exception>
    public int NumberSize => Type switch
    {
        "ByteStorage" or "CharStorage" or "BoolStorage" => 1,
        "HalfStorage" or "BFloat16Storage" or "ShortStorage" => 2,
        "FloatStorage" or "IntStorage" => 4,
        "DoubleStorage" or "LongStorage" => 8,
        _ => throw new InvalidDataException(WeightFileTexts.StorageType(Type)),
    };

    /// <summary>What counts and indexes is no weight.</summary>
    public bool HoldsFloats => Type is "HalfStorage" or "BFloat16Storage" or "FloatStorage" or "DoubleStorage";

    /// <summary>All its numbers.</summary>
    public float[] ToFloats(byte[] bytes) => Type switch
    {
        "HalfStorage" => Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(bytes).ToArray(), value => (float)value),
        "BFloat16Storage" => Array.ConvertAll(MemoryMarshal.Cast<byte, ushort>(bytes).ToArray(), value => BitConverter.Int32BitsToSingle(value << 16)),
        "DoubleStorage" => Array.ConvertAll(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), value => (float)value),
        _ => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
    };
}
