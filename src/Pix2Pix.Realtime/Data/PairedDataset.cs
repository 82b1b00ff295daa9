namespace Pix2Pix.Realtime.Data;

/// <summary>Pairs from files, verified before they are used: every file is decoded once, and the bad ones are listed and left out.</summary>
internal sealed class PairedDataset : IPairSource
{
    private readonly PairFiles[] _pairs;
    private readonly PairPreparation _preparation;

    private PairedDataset(PairFiles[] pairs, PairOptions options, IReadOnlyList<string> skipped)
    {
        _pairs = pairs;
        _preparation = new PairPreparation(options);
        (Size, InputChannels, TargetChannels) = (options.Size, (int)options.InputChannels, (int)options.TargetChannels);
        Skipped = skipped;
    }

    public int Count => _pairs.Length;

    public int InputChannels { get; }

    public int TargetChannels { get; }

    public int Size { get; }

    /// <summary>The skipped files, one sentence each.</summary>
    public IReadOnlyList<string> Skipped { get; }

    /// <summary>The pairs' names, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _pairs.Select(pair => pair.Name)];

    /// <summary>Verifies pairs and makes them ready.</summary>
    /// <param name="pairs">From <see cref="DatasetFolder"/>.</param>
    /// <param name="options">How they are prepared.</param>
    /// <returns>The pairs that can be read; none, where all are bad.</returns>
    public static PairedDataset Verify(IReadOnlyList<PairFiles> pairs, PairOptions options)
    {
        var faults = new string?[pairs.Count];
        FileLoop.Run(pairs.Count, index =>
        {
            try
            {
                pairs[index].Read();
            }
            catch (UserException fault)
            {
                faults[index] = fault.Message;
            }
        });
        return new PairedDataset([.. pairs.Where((_, index) => faults[index] is null)], options, [.. faults.OfType<string>()]);
    }

    public void Load(int index, ulong? augmentation, Span<float> input, Span<float> target)
    {
        var (a, b) = _pairs[index].Read();
        _preparation.Prepare(a, b, augmentation, input, target);
    }
}
