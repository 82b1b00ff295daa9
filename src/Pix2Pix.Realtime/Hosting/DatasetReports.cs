using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>Makes the report on a dataset that is shown before Start, with a few pairs as the networks will see them. Made by the host, or by the panel for local data. Any thread.</summary>
internal static class DatasetReports
{
    private const int MostExamples = 3;
    private const int MostSizes = 3;

    /// <summary>Looks at every file once.</summary>
    /// <exception cref="UserException">The dataset is missing or empty, or nothing pairs.</exception>
    public static DatasetReport Make(SettingValues settings) => Of(settings, readsAll: true);

    /// <summary>Reads no more than the examples, so that they are there at once; sizes and bad files are not known yet.</summary>
    /// <exception cref="UserException">The dataset is missing or empty, or nothing pairs.</exception>
    public static DatasetReport Glance(SettingValues settings) => Of(settings, readsAll: false);

    private static DatasetReport Of(SettingValues settings, bool readsAll) =>
        settings.Get(TrainingSettings.DataRoot) == SynthesizedPairs.Root ? OfDrawn(settings) : OfFolder(settings, readsAll);

    private static DatasetReport OfDrawn(SettingValues settings)
    {
        var pairs = PairSources.Open(settings);
        return new DatasetReport(pairs.Training.Count, pairs.Validation.Count, pairs.Words, pairs.Problems, [], Examples(pairs.Validation));
    }

    private static DatasetReport OfFolder(SettingValues settings, bool readsAll)
    {
        var folder = DatasetFolder.Open(settings.Get(TrainingSettings.DataRoot), settings.Get(TrainingSettings.DataLayout));
        if (folder.Train.Count == 0)
        {
            throw PairSources.NothingToTrainOn(folder);
        }

        // As a run reads it: CMP's own colours are not those that people paint with.
        var options = PairOptions.From(settings);
        options = folder.Layout == PairLayout.CmpBase ? options with { SnapLabels = true } : options;
        var findings = readsAll ? DatasetCheck.Run(folder, options.Direction, options.Palette, side: options.Size) : null;
        if (findings is { Readable: 0 })
        {
            throw new UserException($"Expected at least one readable pair in '{folder.Root}', found {findings.Problems.Count} unreadable ones; the first: {findings.Problems[0]}");
        }

        var (training, validation) = (findings?.Good(folder.Train) ?? folder.Train, findings?.Good(folder.Validation) ?? folder.Validation);
        var examples = PairedDataset.Verify([.. validation.Union(training).Take(2 * MostExamples)], options);
        return new DatasetReport(
            training.Count, validation.Count, $"{training.Count} training and {validation.Count} validation pairs, {(findings is null ? "now reading every file ..." : Sizes(findings))}",
            findings?.Problems ?? [], findings?.Remarks ?? [], Examples(examples));
    }

    private static string Sizes(DatasetFindings findings) => findings.Sizes is [var only]
        ? $"all {only.Size}"
        : string.Join(", ", findings.Sizes.Take(MostSizes).Select(size => $"{size.Pairs} of {size.Size}")) + (findings.Sizes.Count > MostSizes ? $" and {findings.Sizes.Count - MostSizes} more sizes" : "");

    private static IReadOnlyList<byte[]> Examples(IPairSource pairs) => [.. Enumerable.Range(0, Math.Min(MostExamples, pairs.Count)).Select(index => Example(pairs, index))];

    /// <summary>Input beside target, so that the direction is seen.</summary>
    private static byte[] Example(IPairSource pairs, int index)
    {
        var (input, target) = (new FrameShape(pairs.InputChannels, pairs.Size, pairs.Size), new FrameShape(pairs.TargetChannels, pairs.Size, pairs.Size));
        var (left, right) = (new float[input.Count], new float[target.Count]);
        pairs.Load(index, augmentation: null, left, right);
        return ImageFile.EncodePng(Picture(left, input).Beside(Picture(right, target)));
    }

    private static PixelImage Picture(float[] values, FrameShape shape)
    {
        var picture = new PixelImage(shape.Width, shape.Height);
        PixelConvert.Decode(values, shape, picture);
        return picture;
    }
}
