using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// What a file of weights holds, under its own names. A layout asks for all that its network needs; then <see cref="RequireAll"/> refuses a file that lacks anything, for a
/// generator with a made-up weight translates wrongly without a word.
/// </summary>
/// <remarks>One thread.</remarks>
internal sealed class FoundWeights(IReadOnlyDictionary<string, WeightTensor> weights)
{
    /// <summary>More names in a sentence than this are no longer read.</summary>
    private const int MostNames = 8;

    private readonly HashSet<string> _used = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>Kinds of weights that a network has in all its layers or in none: names that are there, and names that are not.</summary>
    private readonly Dictionary<string, (bool Found, List<string> Missing)> _optional = [];

    public IEnumerable<string> Names => weights.Keys;

    public bool Has(string name) => weights.ContainsKey(name);

    /// <summary>A weight that is known to be there.</summary>
    public WeightTensor Get(string name)
    {
        _used.Add(name);
        return weights[name];
    }

    /// <summary>The norms of a network of PyTorch's: a batch norm has weights; an instance norm there has none, and the convolutions, alone of the three kinds, have biases.</summary>
    /// <param name="last">The bias that the last convolution has in all of them.</param>
    public NormKind Norm(string last) =>
        weights.Any(entry => entry.Key.EndsWith(".running_mean", StringComparison.Ordinal) || (entry.Key.EndsWith(".weight", StringComparison.Ordinal) && entry.Value.Dims.Count == 1)) ? NormKind.Batch
        : weights.Keys.Any(name => name != last && name.EndsWith(".bias", StringComparison.Ordinal)) ? NormKind.Instance
        : NormKind.None;

    /// <summary>The layer of a convolution and, where one follows, of its norm, under our names.</summary>
    /// <param name="into">Our weights so far.</param>
    /// <param name="layer">Our layer's name.</param>
    /// <param name="convolution">The convolution's name in the file.</param>
    /// <param name="norm">The norm's; null = none follows.</param>
    /// <param name="isLearned">Whether the norm has weights of its own.</param>
    /// <param name="isLast">Whether it is the last layer, which has a bias whatever the others have.</param>
    /// <param name="transposed">Whether the outputs are the weight's second dimension.</param>
    public void Translate(Dictionary<string, WeightTensor> into, string layer, string convolution, string? norm, bool isLearned = true, bool transposed = false, bool isLast = false)
    {
        if (Find($"{convolution}.weight", 0) is not { } weight)
        {
            return;
        }

        if (weight.Dims.Count != 4)
        {
            throw new UserException(WeightsTexts.OtherDimensions(convolution, weight));
        }

        var outputs = weight.Dims[transposed ? 1 : 0];
        into[$"{layer}.conv.weight"] = weight;
        var bias = isLast ? Find($"{convolution}.bias", outputs) ?? Filled(outputs, 0) : Optional("bias", $"{convolution}.bias", outputs, 0);
        if (norm is null)
        {
            into[$"{layer}.conv.bias"] = bias;
            return;
        }

        into[$"{layer}.norm.weight"] = isLearned ? Find($"{norm}.weight", outputs) ?? bias : Filled(outputs, 1);
        into[$"{layer}.norm.bias"] = isLearned ? Find($"{norm}.bias", outputs) ?? bias : Filled(outputs, 0);

        // A bias before a norm changes nothing, since the norm takes the mean away; a running mean contains it.
        var mean = Optional(WeightsTexts.RunningStatistics, $"{norm}.running_mean", outputs, 0);
        into[$"{layer}.norm.running_mean"] = new WeightTensor([outputs], [.. mean.Values.Zip(bias.Values, (m, b) => m - b)]);
        into[$"{layer}.norm.running_var"] = Optional(WeightsTexts.RunningStatistics, $"{norm}.running_var", outputs, 1);
    }

    /// <summary>Refuses a file that lacks what its network needs.</summary>
    /// <param name="network">In words.</param>
    /// <exception cref="UserException">It lists what is missing and what nobody asked for.</exception>
    public void RequireAll(string network)
    {
        _missing.UnionWith(_optional.Values.Where(kind => kind.Found).SelectMany(kind => kind.Missing));
        if (_missing.Count > 0)
        {
            var rest = weights.Keys.Except(_used).Order(StringComparer.Ordinal).ToArray();
            throw new UserException(WeightsTexts.NotAllWeights(network, _missing.Count, List(_missing), rest.Length == 0 ? "none" : $"{rest.Length} ({List(rest)})"));
        }
    }

    public string Describe()
    {
        var names = weights.Keys.Order(StringComparer.Ordinal).Take(3).ToList();
        return names.Count == 0 ? WeightsTexts.NoWeights : WeightsTexts.SuchWeights(weights.Count, string.Join(", ", names.Select(name => $"'{name}'")));
    }

    /// <param name="name">In the file.</param>
    /// <param name="count">How many values; 0 = any.</param>
    /// <returns>Null where it is missing, which is noted.</returns>
    private WeightTensor? Find(string name, int count)
    {
        _used.Add(name);
        if (!weights.TryGetValue(name, out var found))
        {
            _missing.Add(name);
            return null;
        }

        return count == 0 || (found.Dims is [var only] && only == count) ? found : throw new UserException(WeightsTexts.WrongLength(name, count, found));
    }

    private WeightTensor Optional(string kind, string name, int count, float value)
    {
        var (found, missing) = _optional.GetValueOrDefault(kind, (false, []));
        if (!Has(name))
        {
            missing.Add(name);
        }

        _optional[kind] = (found || Has(name), missing);
        return Has(name) ? Find(name, count)! : Filled(count, value);
    }

    private static WeightTensor Filled(int count, float value)
    {
        var values = new float[count];
        Array.Fill(values, value);
        return new WeightTensor([count], values);
    }

    private static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(name => $"'{name}'")) + (names.Count > MostNames ? ", ..." : "");
}
