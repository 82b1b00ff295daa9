using System.Text.Json;
using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>The test for other programs. A figure that can't be measured is null.</summary>
internal static class TestJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Render(TestReport report) => JsonSerializer.Serialize(
        new
        {
            data = report.Data,
            pairs = report.Pairs.Count,
            figures = Figures.All.Select(figure => new { key = figure.Key, name = figure.Name, sees = figure.SeesText, help = figure.Help }),
            floor = Values(report, report.Yardsticks.Floor),
            blurred = Values(report, report.Yardsticks.Blurred),
            grid = Values(report, report.Yardsticks.Gridded),
            generators = report.Generators.Select(generator => new
            {
                name = generator.Name,
                figures = Values(report, generator.Judgement),
                place = report.Place(generator),
                styles = generator.Styles is { } styles ? new
                {
                    obedience = styles.Obedience, side_effect = styles.SideEffect, diversity = styles.Diversity, diversity_of_photographs = styles.PhotographDiversity,
                    feature_diversity = styles.FeatureDiversity, feature_diversity_of_photographs = styles.PhotographFeatureDiversity,
                } : null,
                pairs = report.Pairs.Select((pair, index) => new { name = pair.Name, l1 = generator.Scores[index].L1, psnr = Finite(generator.Scores[index].Psnr), ssim = generator.Scores[index].Ssim }),
            }),
        },
        Indented);

    private static Dictionary<string, object?> Values(TestReport report, Judgement judgement)
    {
        var values = Figures.All.ToDictionary(figure => figure.Key, figure => (object?)(judgement[figure] is { } found && double.IsFinite(found.Value)
            ? new { value = found.Value, low = found.Low, high = found.High }
            : null));
        values["overall"] = report.Yardsticks.Of(judgement) is { } verdict ? new { value = verdict.Overall, worst = verdict.Worst.Key } : null;
        return values;
    }

    /// <summary>JSON has no infinity, which the PSNR of equal pictures is.</summary>
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
