namespace Pix2Pix.Realtime.Onnx;

/// <summary>One named weight of a network, as plain memory: float32, the last dimension runs fastest.</summary>
/// <remarks>Immutable by convention: readers never write to <see cref="Values"/>.</remarks>
internal sealed class WeightTensor
{
    /// <param name="dims">The size of each dimension, e.g. <c>[out,in,4,4]</c>.</param>
    /// <param name="values">Taken over, not copied; as many as the dimensions say.</param>
    public WeightTensor(IReadOnlyList<int> dims, float[] values)
    {
        var count = dims.Aggregate(1L, (product, dim) => checked(product * dim));
        if (count != values.Length)
        {
            throw new ArgumentException($"A weight of [{string.Join(',', dims)}] has {count} values, got {values.Length}.", nameof(values));
        }

        Dims = dims;
        Values = values;
    }

    public IReadOnlyList<int> Dims { get; }

    public float[] Values { get; }

    public override string ToString() => $"[{string.Join(',', Dims)}]";
}
