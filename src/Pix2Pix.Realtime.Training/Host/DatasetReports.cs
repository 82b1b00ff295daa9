using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>What a person wants to know of a dataset before Start, with a few pairs as the networks will see them.</summary>
internal static class DatasetReports
{
    private const int MostExamples = 3;

    /// <exception cref="UserException">The dataset is missing or empty, or nothing pairs.</exception>
    public static DatasetReport Make(SettingValues settings)
    {
        var pairs = PairSources.Open(settings);
        var examples = Enumerable.Range(0, Math.Min(MostExamples, pairs.Validation.Count)).Select(index => Example(pairs.Validation, index));
        return new DatasetReport(pairs.Training.Count, pairs.Validation.Count, pairs.Words, pairs.Problems, [.. examples]);
    }

    /// <summary>Input beside target, so that the direction is seen.</summary>
    private static byte[] Example(IPairSource pairs, int index)
    {
        var (input, target) = (new FrameShape(pairs.InputChannels, pairs.Size, pairs.Size), new FrameShape(pairs.TargetChannels, pairs.Size, pairs.Size));
        var (left, right) = (new float[input.Count], new float[target.Count]);
        pairs.Load(index, augmentation: null, left, right);
        return ImageFile.EncodePng(ImageSheet.Grid([Picture(left, input), Picture(right, target)], columns: 2));
    }

    private static PixelImage Picture(float[] values, FrameShape shape)
    {
        var picture = new PixelImage(shape.Width, shape.Height);
        PixelConvert.Decode(values, shape, picture);
        return picture;
    }
}
