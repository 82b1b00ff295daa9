using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Samples;

/// <summary>Lists what a gallery offers: drawn houses, the pairs of a dataset, or the pictures of a folder. Any thread.</summary>
internal static class SampleFolder
{
    /// <summary>The value for drawn houses instead of a folder's path.</summary>
    public const string Drawn = SynthesizedPairs.Root;

    private const int DrawnCount = 48;

    /// <summary>A folder with one of these is a dataset's.</summary>
    private static readonly string[] Parts = ["train", "val", "test", "trainA", "A"];

    /// <summary>More would scroll for ever.</summary>
    private const int Most = 2000;

    /// <param name="folder">A path, or <see cref="Drawn"/>.</param>
    /// <param name="palette">Decides which half of a pair is the label map.</param>
    /// <param name="side">Pixels: how large houses are drawn.</param>
    /// <exception cref="UserException">There is no such folder, or nothing in it.</exception>
    public static IReadOnlyList<Sample> List(string folder, Palette palette, int side)
    {
        if (folder == Drawn)
        {
            var labels = new LabelDecoder(palette);
            return [.. Enumerable.Range(1, DrawnCount).Select(seed => new Sample(SamplesTexts.House(seed), () => labels.Encode(FacadeSynthesizer.DrawLabels((ulong)seed, side, side))))];
        }

        if (!Directory.Exists(folder))
        {
            throw new UserException(SamplesTexts.NoFolder(folder, Drawn));
        }

        string[] pictures = [.. PictureFolder.Open(folder).Pictures.Take(Most)];
        return IsDataset(folder) || pictures.Length == 0
            ? OfDataset(DatasetFolder.Open(folder, PairLayout.Auto), palette)
            : [.. pictures.Select(file => new Sample(Path.GetFileNameWithoutExtension(file), () => ImageFile.Load(file)))];
    }

    /// <summary>One sentence on a folder's files that are no pictures; null where there are none.</summary>
    public static string? PassedOver(string folder) => Directory.Exists(folder) && !IsDataset(folder) ? PictureFolder.Describe(PictureFolder.Open(folder).PassedOver) : null;

    private static bool IsDataset(string folder) =>
        Parts.Any(part => Directory.Exists(Path.Combine(folder, part)));

    private static IReadOnlyList<Sample> OfDataset(DatasetFolder dataset, Palette palette)
    {
        var decoder = new LabelDecoder(palette);
        return [.. dataset.Validation.Concat(dataset.Train).Take(Most).Select(pair => new Sample(pair.Name, () => LabelHalf(pair, decoder)))];
    }

    /// <summary>The half whose colours are the palette's.</summary>
    private static PixelImage LabelHalf(PairFiles pair, LabelDecoder decoder)
    {
        var (a, b) = pair.Read();
        decoder.Decode(a, out var foreignA);
        decoder.Decode(b, out var foreignB);
        return foreignA < foreignB ? a : b;
    }
}
