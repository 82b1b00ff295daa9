using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>One answered question about a dataset. Immutable; any thread.</summary>
/// <param name="Number">Grows from question to question.</param>
/// <param name="Report">What was found; null where it can't be used.</param>
/// <param name="Fault">Why not, in one sentence; null where it can.</param>
/// <param name="Inputs">Of the example pairs.</param>
/// <param name="Targets">Of the same pairs.</param>
internal sealed record DatasetLook(int Number, DatasetReport? Report, string? Fault, IReadOnlyList<PixelImage> Inputs, IReadOnlyList<PixelImage> Targets)
{
    /// <exception cref="UserException">An example is no picture.</exception>
    public static DatasetLook Of(DatasetReport report, int number)
    {
        var pairs = report.Examples.Select(ImageFile.Decode).ToList();
        return new DatasetLook(
            number, report, null,
            [.. pairs.Select(pair => pair.Columns(0, pair.Width / 2))], [.. pairs.Select(pair => pair.Columns(pair.Width / 2, pair.Width / 2))]);
    }
}
