using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>A generator read from a file: its layers, and its weights by the names that <see cref="GeneratorShape"/>'s remarks give.</summary>
internal sealed record GeneratorWeights(GeneratorShape Shape, IReadOnlyDictionary<string, WeightTensor> Weights)
{
    /// <summary>More names in a sentence than this are no longer read.</summary>
    private const int MostNames = 8;

    /// <summary>Reads a snapshot, what pix2pix's PyTorch code saves (<c>latest_net_G.pth</c>), or a safetensors file with its names or with ours.</summary>
    /// <exception cref="UserException">The file is missing, damaged, or holds another kind of network.</exception>
    public static GeneratorWeights Load(string path)
    {
        if (path.EndsWith(Snapshot.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return Snapshot.Read(path).Generator;
        }

        try
        {
            return Only(WeightGroups.Of(WeightsFile.Load(path)));
        }
        catch (UserException fault)
        {
            throw new UserException($"'{path}': {fault.Message}", fault);
        }
    }

    /// <summary>The same generator in libtorch. The caller owns it.</summary>
    public GeneratorNetwork ToNetwork()
    {
        var network = GeneratorNetwork.Create(Shape);
        CopyTo(network);
        return network;
    }

    /// <summary>Writes the weights into a network of the same shape.</summary>
    /// <exception cref="UserException">The network has other layers; it is unchanged.</exception>
    public void CopyTo(GeneratorNetwork network)
    {
        var state = NetworkState.Of(network).Select(one => (one.Name, one.Value, Weight: Fitting(one.Name, one.Value) ?? AtFirst(one.Name, one.Value))).ToList();
        var wrong = state.Where(one => one.Weight?.Dims.Select(side => (long)side).SequenceEqual(one.Value.shape) != true).ToList();
        if (wrong is [var (name, expected, found), ..])
        {
            var more = wrong.Count > 1 ? WeightsTexts.MoreSuchWeights(wrong.Count, string.Join(", ", wrong.Take(MostNames).Select(one => $"'{one.Name}'")), wrong.Count > MostNames ? ", ..." : "") : "";
            throw new UserException(WeightsTexts.WrongShape(string.Join(',', expected.shape), name, found?.ToString() ?? "none", more, Describe(), Hint(found)));
        }

        if (Shape.StyleLength > 0 && network.Shape.StyleLength == 0)
        {
            throw new UserException(WeightsTexts.NoStyle(Describe(), Shape.StyleLength));
        }

        foreach (var (_, value, weight) in state)
        {
            TensorMemory.Write(value, weight!.Values);
        }
    }

    /// <summary>The weight of a name; one of smaller blocks of pixels is enlarged. Null = there is none.</summary>
    private WeightTensor? Fitting(string name, Tensor value) => Weights.GetValueOrDefault(name) is not { } weight ? null
        : EnlargedWeights.Of(name, weight.Values, value.shape) is { } larger ? new WeightTensor([.. value.shape.Select(side => (int)side)], larger)
        : weight;

    /// <summary>
    /// A file that has norms but not the training data's statistics leaves those as they are at first: a run that wants them estimates its own. One that knows no styles leaves
    /// those at zero: any style translates as it did.
    /// </summary>
    private static WeightTensor? AtFirst(string name, Tensor value) =>
        name.EndsWith(".running_mean", StringComparison.Ordinal) ? new WeightTensor([(int)value.shape[0]], new float[value.shape[0]])
        : name.EndsWith(".running_var", StringComparison.Ordinal) ? new WeightTensor([(int)value.shape[0]], [.. Enumerable.Repeat(1f, (int)value.shape[0])])
        : name.EndsWith(StyleColumns.Suffix, StringComparison.Ordinal) ? new WeightTensor([.. value.shape.Select(side => (int)side)], new float[value.numel()])
        : null;

    /// <summary>The one group of weights that is a generator.</summary>
    private static GeneratorWeights Only(IReadOnlyDictionary<string, FoundWeights> groups)
    {
        var (generators, faults) = (new Dictionary<string, GeneratorWeights>(), new List<UserException>());
        foreach (var (name, found) in groups)
        {
            try
            {
                if ((OwnLayout.Read(found) ?? OfficialUNet.Read(found) ?? OfficialResNet.Read(found)) is { } generator)
                {
                    generators[name] = generator;
                }
            }
            catch (UserException fault)
            {
                faults.Add(fault);
            }
        }

        return generators.Count == 1 ? generators.Values.First()
            : generators.Count > 1 ? throw new UserException(WeightsTexts.SeveralGenerators(generators.Count, string.Join(" and ", generators.Keys.Select(name => $"'{name}'"))))
            : faults is [var first, ..] ? throw first
            : throw new UserException(WeightsTexts.UnknownGenerator(groups.Count == 0 ? "none" : string.Join("; ", groups.Values.Select(found => found.Describe()))));
    }

    private string Hint(WeightTensor? found) => found is null && Shape.Norm == NormKind.None
        ? WeightsTexts.FoldedNorms
        : "";

    /// <summary>The generator in a few words, as the settings name its parts.</summary>
    public string Describe() => WeightsTexts.Generator(Shape.Kind == GeneratorKind.UNet ? "U-Net" : "ResNet", Shape.Width, Shape.Depth, Shape.Patch, Shape.Norm.ToString().ToLowerInvariant(), Shape.InputChannels, Shape.OutputChannels);
}
