using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Data;

/// <summary>The training and validation pairs of a run.</summary>
/// <param name="Training">At least one pair.</param>
/// <param name="Validation">At least one pair.</param>
/// <param name="Words">One line for a person: what was found.</param>
/// <param name="Problems">Files without a partner and files that can't be read or have no use, one sentence each; they are left out.</param>
internal sealed record PairSources(IPairSource Training, IPairSource Validation, string Words, IReadOnlyList<string> Problems)
{
    /// <summary>Drawn facades have no end; an epoch of them is as long as one of pix2pix's facades (Isola et al. 2017: 400 training pictures).</summary>
    private const int DrawnPerEpoch = 400;

    private const int DrawnForValidation = 40;

    /// <summary>A stream of its own, so that no validation facade is the sibling of a training one.</summary>
    private const ulong ValidationStream = 0x76616C;

    /// <summary>Opens what the settings name, and decodes every file once.</summary>
    /// <exception cref="UserException">The dataset is missing or empty, nothing pairs, or no pair can be read.</exception>
    public static PairSources Open(SettingValues settings)
    {
        var options = PairOptions.From(settings);
        var root = settings.Get(TrainingSettings.DataRoot);
        if (root == SynthesizedPairs.Root)
        {
            var seed = (ulong)settings.Get(TrainingSettings.Seed);
            return new PairSources(
                new SynthesizedPairs(DrawnPerEpoch, seed, options), new SynthesizedPairs(DrawnForValidation, seed ^ ValidationStream, options),
                $"facades drawn on the fly, {options.Size}x{options.Size}, {DrawnPerEpoch} per epoch", []);
        }

        var folder = DatasetFolder.Open(root, settings.Get(TrainingSettings.DataLayout));
        if (folder.Train.Count == 0)
        {
            throw NothingToTrainOn(folder);
        }

        if (folder.Layout == PairLayout.CmpBase)
        {
            // CMP's own colours are not those that people paint with.
            options = options with { SnapLabels = true };
        }

        var training = PairedDataset.Verify(folder.Train, options);
        if (training.Count == 0)
        {
            throw new UserException($"Expected at least one readable pair in '{root}', found {training.Skipped.Count} unreadable ones; the first: {training.Skipped[0]}");
        }

        var kept = PairedDataset.Verify(folder.Validation, options);
        var validation = kept.Count > 0 ? kept : training;
        return new PairSources(
            training, validation, $"{training.Count} training and {validation.Count} validation pairs in '{root}'",
            [.. folder.Remarks, .. folder.Unpaired.Select(file => $"'{file}' has no partner of the same name."), .. training.Skipped.Union(kept.Skipped)]);
    }

    internal static UserException NothingToTrainOn(DatasetFolder folder) =>
        new($"Expected pairs to train on in '{folder.Root}', found only {folder.Validation.Count} for validation or test; add a train/ folder.");
}
