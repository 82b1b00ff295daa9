using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>
/// Inputs as the generator will see them, some to learn its ranges from and others to judge it by: a folder's label maps or pairs, or facades drawn for the purpose.
/// </summary>
internal sealed class CalibrationPictures
{
    /// <summary>The palette of what can be drawn.</summary>
    private const string FacadePalette = "cmp-facade";

    private const int MostWatched = 64;
    private const int MostJudged = 24;
    private const ulong DrawnSeed = 0x696E7438;

    private readonly Action<int, Span<float>> _load;
    private readonly int _count;

    private CalibrationPictures(string words, int count, Action<int, Span<float>> load)
    {
        (Words, _count, _load) = (words, count, load);
        var judged = Enumerable.Range(0, count).Where(i => i % 3 == 2).Take(MostJudged).ToList();
        Judged = judged.Count > 0 ? judged : [.. Enumerable.Range(0, count)];
        Watched = judged.Count > 0 ? [.. Enumerable.Range(0, count).Where(i => i % 3 != 2).Take(MostWatched)] : Judged;
    }

    /// <summary>Description of the images, e.g. <c>drawn facades</c>.</summary>
    public string Words { get; }

    /// <summary>Numbers of the pictures to learn ranges from.</summary>
    public IReadOnlyList<int> Watched { get; }

    /// <summary>Numbers of the pictures to judge by; others than those watched, where there are at least three.</summary>
    public IReadOnlyList<int> Judged { get; }

    /// <param name="folder">The folder; null = drawn facades.</param>
    /// <param name="shape">What the generator reads.</param>
    /// <param name="palette">The generator's palette; empty = none.</param>
    /// <param name="direction">Which half of a pair it reads.</param>
    /// <exception cref="UserException">The folder is missing or holds no pictures, or there is none and the generator does not read facades.</exception>
    public static CalibrationPictures Open(string? folder, FrameShape shape, string palette, Direction direction)
    {
        if (folder is null)
        {
            return Drawn(shape, palette);
        }

        if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(ImageFile.IsPicture))
        {
            throw new UserException(ExportTexts.NoPictures(folder));
        }

        string[] pictures = [.. Directory.EnumerateFiles(folder).Where(ImageFile.IsPicture).Order(StringComparer.Ordinal)];
        return ArePairs(pictures) ? Pairs(folder, shape, palette, direction) : Maps(folder, pictures, shape, palette);
    }

    /// <summary>Both halves in one picture, two files of one name, or folders of files.</summary>
    private static bool ArePairs(string[] pictures) =>
        pictures.Length == 0
        || pictures.Select(Path.GetFileNameWithoutExtension).Distinct(StringComparer.OrdinalIgnoreCase).Count() < pictures.Length
        || ImageFile.Load(pictures[0]) is var first && first.Width == 2 * first.Height;

    /// <param name="index">One of <see cref="Watched"/> or <see cref="Judged"/>.</param>
    /// <param name="values">Becomes planar <c>[C,H,W]</c>, -1..1.</param>
    public void Load(int index, Span<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _count);
        _load(index, values);
    }

    private static CalibrationPictures Drawn(FrameShape shape, string palette)
    {
        if (palette != FacadePalette || shape.Channels != 3 || shape.Width != shape.Height)
        {
            throw new UserException(ExportTexts.NoCalibration(shape, palette, FacadePalette));
        }

        const int count = MostJudged * 3;
        var pairs = new SynthesizedPairs(count, DrawnSeed, Options(shape, palette, Direction.BtoA));
        var target = new float[shape.Count];
        return new CalibrationPictures(ExportTexts.DrawnFacades, count, (index, values) => pairs.Load(index, null, values, target));
    }

    private static CalibrationPictures Pairs(string folder, FrameShape shape, string palette, Direction direction)
    {
        if (shape.Width != shape.Height)
        {
            throw new UserException(ExportTexts.NotSquare(shape));
        }

        var found = DatasetFolder.Open(folder, PairLayout.Auto);
        var pairs = PairedDataset.Verify(found.Train.Count > 0 ? found.Train : found.Validation, Options(shape, palette, direction));
        var target = new float[3 * shape.Width * shape.Height];
        return pairs.Count > 0
            ? new CalibrationPictures(ExportTexts.PairsOf(folder), pairs.Count, (index, values) => pairs.Load(index, null, values, target))
            : throw new UserException(ExportTexts.NoPairs(folder, LauncherName.Here));
    }

    private static CalibrationPictures Maps(string folder, string[] pictures, FrameShape shape, string palette)
    {
        var snap = palette.Length > 0 ? new LabelDecoder(PaletteFile.Load(palette)) : null;
        return new CalibrationPictures(ExportTexts.ImagesOf(folder), pictures.Length, (index, values) =>
        {
            var picture = ImageFile.Load(pictures[index]);
            PixelConvert.Encode(
                snap is null ? ImageFile.ResizeBicubic(picture.OnWhite(), shape.Width, shape.Height) : snap.Encode(LabelMapFile.Resize(snap.Decode(picture, out _), shape.Width, shape.Height)),
                values, shape);
        });
    }

    private static PairOptions Options(FrameShape shape, string palette, Direction direction) => new(
        direction, shape.Width, shape.Width, Flip: false, palette.Length == 0 ? null : PaletteFile.Load(palette), SnapLabels: palette.Length > 0, SoftenProbability: 0, ColorJitter: 0)
    {
        InputChannels = (PictureChannels)shape.Channels,
    };
}
