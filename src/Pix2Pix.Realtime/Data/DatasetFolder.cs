using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Data;

/// <summary>A dataset's folder: finds its layout and its pairs by name, and reads no picture. Nothing is ever written there. Immutable; any thread.</summary>
internal sealed class DatasetFolder
{
    /// <summary>Where a dataset brings no validation pairs, every tenth pair is kept back for it, at least one; a single pair serves as both.</summary>
    private const int ValidationShare = 10;

    private static readonly string[] Parts = ["train", "val", "test"];

    private DatasetFolder(string root, PairLayout layout)
    {
        Root = root;
        Layout = layout;
    }

    public string Root { get; }

    /// <summary>The layout that was found; never <see cref="PairLayout.Auto"/>.</summary>
    public PairLayout Layout { get; }

    public IReadOnlyList<PairFiles> Train { get; private init; } = [];

    /// <summary>Pairs that are not trained on; kept back from the training pairs where the dataset brings none.</summary>
    public IReadOnlyList<PairFiles> Validation { get; private init; } = [];

    /// <summary>Test pairs; the validation pairs where the dataset brings none.</summary>
    public IReadOnlyList<PairFiles> Test { get; private init; } = [];

    /// <summary>Files that have no partner.</summary>
    public IReadOnlyList<string> Unpaired { get; private init; } = [];

    /// <summary>What lies there and has no use, one sentence each.</summary>
    public IEnumerable<string> Remarks =>
    [
        .. PictureFolder.Describe(PassedOver) is { } sentence ? [sentence] : Array.Empty<string>(),
        .. InstanceMaps.Select(folder => $"The instance maps in '{folder}' are not used: generators here read label maps or pictures alone."),
    ];

    /// <summary>Files beside the pairs that are no pictures that can be read.</summary>
    public IReadOnlyList<string> PassedOver { get; private init; } = [];

    /// <summary>Folders of instance maps, as pix2pixHD's datasets have them: this program has no use for them.</summary>
    public IReadOnlyList<string> InstanceMaps { get; private init; } = [];

    /// <summary>Looks at a folder.</summary>
    /// <exception cref="UserException">It is missing, holds no pictures, or nothing pairs.</exception>
    public static DatasetFolder Open(string root, PairLayout layout)
    {
        if (!Directory.Exists(root))
        {
            throw new UserException($"Expected a dataset's folder at '{root}', found none; set data.root to one, or to synth for drawn facades.");
        }

        var found = layout == PairLayout.Auto ? Detect(root) : layout;
        var (unpaired, passedOver) = (new List<string>(), new List<string>());
        var train = Part(root, found, "train", unpaired, passedOver);
        var validation = Part(root, found, "val", unpaired, passedOver);
        var test = Part(root, found, "test", unpaired, passedOver);
        if (train.Count + validation.Count + test.Count == 0)
        {
            throw new UserException(unpaired.Count == 0
                ? $"Expected pairs in '{root}', found no images; use train/ with side-by-side images, two folders A/ and B/, or .jpg and .png files of the same name. {PictureFolder.Describe(passedOver)}".TrimEnd()
                : $"Expected files of the same name in both halves of '{root}', but none of {unpaired.Count} files has a partner; the first is '{unpaired[0]}'.");
        }

        if (validation.Count == 0)
        {
            validation = test.Count > 0 ? test : KeepBack(train);
            train = train.Count > 1 ? [.. train.Except(validation)] : train;
        }

        return new DatasetFolder(root, found) { Train = train, Validation = validation, Test = test.Count > 0 ? test : validation, Unpaired = unpaired, PassedOver = passedOver, InstanceMaps = [.. Parts.Select(part => Path.Combine(root, $"{part}_inst")).Where(Directory.Exists)] };
    }

    /// <summary>Every tenth pair; of fewer than ten the last one. A single pair is trained on and validated with.</summary>
    private static IReadOnlyList<PairFiles> KeepBack(IReadOnlyList<PairFiles> train) =>
        [.. train.Where((_, index) => index % ValidationShare == Math.Min(ValidationShare, train.Count) - 1)];

    private static PairLayout Detect(string root)
    {
        if (Parts.Any(part => PairHalves.Find(root, part) is not null))
        {
            return PairLayout.TwoFolders;
        }

        var isCmp = PairMatching.Pictures(root).GroupBy(PairMatching.Stem, StringComparer.OrdinalIgnoreCase)
            .Any(same => same.Any(file => HasEnding(file, ".jpg")) && same.Any(file => HasEnding(file, ".png")));
        return isCmp ? PairLayout.CmpBase : PairLayout.SideBySide;
    }

    private static IReadOnlyList<PairFiles> Part(string root, PairLayout layout, string part, List<string> unpaired, List<string> passedOver)
    {
        var isWhole = part == Parts[0];
        switch (layout)
        {
            case PairLayout.SideBySide:
                var folder = Path.Combine(root, part);
                var files = Directory.Exists(folder) ? Pictures(folder) : isWhole ? Pictures(root) : [];
                return [.. files.Select(file => new PairFiles(PairMatching.Stem(file), file, file))];
            case PairLayout.TwoFolders:
                return PairHalves.Find(root, part) is { } halves ? PairMatching.Match(Pictures(halves.A), Pictures(halves.B), unpaired) : [];
            default:
                var pictures = isWhole ? Pictures(root) : [];
                return PairMatching.Match(pictures.Where(file => HasEnding(file, ".jpg")), pictures.Where(file => HasEnding(file, ".png")), unpaired);
        }

        IReadOnlyList<string> Pictures(string folder)
        {
            var found = PictureFolder.Open(folder);
            passedOver.AddRange(found.PassedOver);
            return found.Pictures;
        }
    }

    private static bool HasEnding(string file, string ending) => Path.GetExtension(file).Equals(ending, StringComparison.OrdinalIgnoreCase);
}
