using System.Globalization;
using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>Figures as lines of text: each on a line with its floor, however narrow the terminal is.</summary>
internal static class FigureText
{
    /// <summary>Said wherever the Fréchet distance is shown.</summary>
    private static string Bias => Figures.All.Where(figure => figure.Key == "frechet_resnet18").Select(figure => $"{figure.Name}: {figure.Help}").Single();

    /// <summary>What each figure measures and sees.</summary>
    public static List<string> Catalogue() => [.. Figures.All.Select(figure => TestingTexts.Sees(figure.Name, figure.SeesText, figure.Help))];

    public static List<string> Of(TestReport report)
    {
        var rows = new List<string[]> { (string[])["", "sees", "floor", "blurred", "grid", .. report.Generators.Select(generator => generator.Name)] };
        foreach (var figure in Figures.All.Where(figure => report.Generators.Any(generator => generator.Judgement[figure] is not null)))
        {
            var (floor, blurred, gridded) = report.Yardsticks;
            rows.Add([figure.Name, figure.SeesText, .. ((Judgement[])[floor, blurred, gridded, .. report.Generators.Select(generator => generator.Judgement)]).Select(judgement => figure.Text(judgement[figure]))]);
        }

        rows.Add([TestingTexts.Overall, "both", .. Overall(report)]);
        if (report.Generators.Count > 1)
        {
            rows.Add(["place", "", "", "", "", .. report.Generators.Select(generator => report.Place(generator)?.ToString(CultureInfo.InvariantCulture) ?? "–")]);
        }

        var single = report.OfMapsAlone.Generators.Count == 1 ? PairLines(report) : [];
        var styles = report.Generators.Where(generator => generator.Styles is not null).SelectMany(generator => generator.Styles!.Lines().Select(line => $"{generator.Name}: {line}"));
        return [.. single, .. Aligned(rows), "", .. styles, TestingTexts.MeanOf(report.Pairs.Count, TestingTexts.Floors), Bias, TestingTexts.Intervals];
    }

    private static IEnumerable<string> Overall(TestReport report)
    {
        var (floor, blurred, gridded) = report.Yardsticks;
        return ((Judgement[])[floor, blurred, gridded]).Select(judgement => report.Yardsticks.Of(judgement))
            .Concat(report.Generators.Select(generator => generator.Verdict))
            .Select(verdict => verdict?.ToString() ?? "–");
    }

    private static List<string> PairLines(TestReport report)
    {
        var scores = report.Generators[0].Scores;
        return
        [
            .. Aligned([["pair", "L1", TestingTexts.PsnrColumn, "SSIM"], .. report.Pairs.Select((pair, index) =>
                (string[])[pair.Name, Fixed(scores[index].L1, 4), Fixed(scores[index].Psnr, 2), Fixed(scores[index].Ssim, 3)])]),
            "",
        ];
    }

    private static string Fixed(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Aligned(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
    }
}
