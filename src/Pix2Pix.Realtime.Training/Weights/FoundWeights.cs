using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>The weights of a file, under the file's names.</summary>
internal sealed class FoundWeights(IReadOnlyDictionary<string, WeightTensor> weights)
{
    public IEnumerable<string> Names => weights.Keys;

    public bool Has(string name) => weights.ContainsKey(name);

    /// <exception cref="UserException">There is none of that name.</exception>
    public WeightTensor Get(string name) =>
        weights.TryGetValue(name, out var weight) ? weight : throw new UserException($"Expected a weight '{name}', found none: the file is not a complete generator; export it again.");

    /// <summary>The layer of a convolution and, where one follows, of its norm, under our names.</summary>
    /// <param name="into">Our weights so far.</param>
    /// <param name="layer">Our layer's name.</param>
    /// <param name="convolution">The convolution's name in the file.</param>
    /// <param name="norm">The norm's; null = none follows.</param>
    /// <param name="transposed">Whether the outputs are the weight's second dimension.</param>
    public void Translate(Dictionary<string, WeightTensor> into, string layer, string convolution, string? norm, bool transposed = false)
    {
        var weight = Get($"{convolution}.weight");
        if (weight.Dims.Count != 4)
        {
            throw new UserException($"Expected 4 dimensions of '{convolution}.weight', found {weight}: the file contains another kind of generator.");
        }

        var outputs = weight.Dims[transposed ? 1 : 0];
        into[$"{layer}.conv.weight"] = weight;
        if (norm is null)
        {
            into[$"{layer}.conv.bias"] = OrFilled($"{convolution}.bias", outputs, 0);
            return;
        }

        into[$"{layer}.norm.weight"] = OrFilled($"{norm}.weight", outputs, 1);
        into[$"{layer}.norm.bias"] = OrFilled($"{norm}.bias", outputs, 0);

        // A bias before a norm changes nothing, since the norm takes the mean away; a running mean contains it.
        var (mean, bias) = (OrFilled($"{norm}.running_mean", outputs, 0), OrFilled($"{convolution}.bias", outputs, 0));
        into[$"{layer}.norm.running_mean"] = new WeightTensor([outputs], [.. mean.Values.Zip(bias.Values, (m, b) => m - b)]);
        into[$"{layer}.norm.running_var"] = OrFilled($"{norm}.running_var", outputs, 1);
    }

    public string Describe()
    {
        var names = weights.Keys.Order(StringComparer.Ordinal).Take(3).ToList();
        return names.Count == 0 ? "no weights" : $"{weights.Count} weights such as {string.Join(", ", names.Select(name => $"'{name}'"))}";
    }

    private WeightTensor OrFilled(string name, int count, float value)
    {
        if (!Has(name))
        {
            var values = new float[count];
            Array.Fill(values, value);
            return new WeightTensor([count], values);
        }

        var found = Get(name);
        return found.Dims.Count == 1 && found.Dims[0] == count ? found : throw new UserException($"Expected '{name}' to be [{count}], found {found}.");
    }
}
