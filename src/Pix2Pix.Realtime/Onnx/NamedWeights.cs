namespace Pix2Pix.Realtime.Onnx;

/// <summary>A network's weights by name, each checked against the shape that the graph needs it in.</summary>
internal sealed class NamedWeights(IReadOnlyDictionary<string, WeightTensor> weights)
{
    /// <exception cref="UserException">The weight is missing or has another shape.</exception>
    public WeightTensor Get(string name, params ReadOnlySpan<int> dims)
    {
        if (!weights.TryGetValue(name, out var weight))
        {
            throw new UserException($"Expected a weight '{name}' of [{string.Join(',', dims.ToArray())}], found none; the weights belong to another generator.");
        }

        if (!dims.SequenceEqual(weight.Dims.ToArray()))
        {
            throw new UserException(
                $"Expected the weight '{name}' to be [{string.Join(',', dims.ToArray())}], found {weight}; the weights belong to a generator of another shape.");
        }

        return weight;
    }
}
