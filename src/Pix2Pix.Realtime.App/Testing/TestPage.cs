using System.Globalization;
using System.Net;
using System.Text;
using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>The test as one HTML file that needs nothing beside it: the table of figures, and every pair's input, outputs and target, sortable, worst first.</summary>
internal static class TestPage
{
    public static string Render(TestReport report) => Template
        .Replace("{title}", Text(string.Join(", ", report.Generators.Select(generator => generator.Name))), StringComparison.Ordinal)
        .Replace("{data}", Text(report.Data), StringComparison.Ordinal)
        .Replace("{count}", report.Pairs.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{shows}", Text(TestingTexts.Shown(string.Join(", ", report.Generators.Select(generator => generator.Name)))), StringComparison.Ordinal)
        .Replace("{note}", Text(TestingTexts.Floors), StringComparison.Ordinal)
        .Replace("{columns}", (report.Generators.Count + 2).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{figures}", FigureRows(report), StringComparison.Ordinal)
        .Replace("{rows}", PairRows(report), StringComparison.Ordinal);

    private static string FigureRows(TestReport report)
    {
        var (floor, blurred, gridded) = report.Yardsticks;
        Judgement[] judgements = [floor, blurred, gridded, .. report.Generators.Select(generator => generator.Judgement)];
        var rows = new StringBuilder(Row("th", "", "", ["sees", "floor", "blurred", "grid", .. report.Generators.Select(generator => generator.Name)]));
        foreach (var figure in Figures.All.Where(figure => judgements.Any(judgement => judgement[figure] is not null)))
        {
            rows.Append(Row("td", figure.Name, figure.Help, [figure.SeesText, .. judgements.Select(judgement => figure.Text(judgement[figure]))]));
        }

        return rows.Append(Row("td", TestingTexts.Overall, "", ["both", .. judgements.Select(judgement => report.Yardsticks.Of(judgement)?.ToString() ?? "–")])).ToString();
    }

    /// <summary>What a figure measures stands below its name: a column of its own would be beyond the edge with several generators.</summary>
    private static string Row(string cell, string name, string help, IEnumerable<string> texts) =>
        $"<tr><{cell}>{Text(name)}{(help.Length > 0 ? $"<small>{Text(help)}</small>" : "")}</{cell}>{string.Concat(texts.Select(text => $"<{cell}>{Text(text)}</{cell}>"))}</tr>\n";

    /// <summary>Sorted by what the first generator scores.</summary>
    private static string PairRows(TestReport report)
    {
        var rows = new StringBuilder();
        var scores = report.Generators[0].Scores;
        foreach (var (pair, index) in report.Pairs.Select((pair, index) => (pair, index)).OrderByDescending(place => scores[place.index].L1))
        {
            var (l1, psnr, ssim) = (scores[index].L1, scores[index].Psnr, scores[index].Ssim);
            var name = Text(pair.Name);
            rows.Append(CultureInfo.InvariantCulture, $"""
                <figure data-name="{name}" data-l1="{l1:F6}" data-psnr="{psnr:F4}" data-ssim="{ssim:F6}">
                <div>{Image(pair.Input, TestingTexts.InputOf(name))}{string.Concat(report.Generators.Select(generator => Image(generator.Outputs[index], TestingTexts.OutputOf(Text(generator.Name), name))))}{Image(pair.Target, TestingTexts.TargetOf(name))}</div>
                <figcaption><b>{name}</b> L1 {l1:F4} · PSNR {psnr:F2} dB · SSIM {ssim:F3}</figcaption>
                </figure>

                """);
        }

        return rows.ToString();
    }

    private static string Image(ShownPicture picture, string words) => $"""<img loading="lazy" alt="{words}" src="data:image/jpeg;base64,{Convert.ToBase64String(picture.Jpeg)}">""";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Template = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}: pix2pix test</title>
        <style>
        :root { color-scheme: dark; }
        body { margin: 32px auto; max-width: 1680px; padding: 0 24px; background: #16181d; color: #d7dae0; font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 22px; margin: 0 0 4px; } p { margin: 0 0 16px; color: #9aa0ab; }
        section { overflow-x: auto; margin: 0 0 24px; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: 4px 16px 4px 0; text-align: right; max-width: 150px; overflow-wrap: break-word; } th { color: #9aa0ab; font-weight: normal; }
        th, td { vertical-align: top; } tr > :first-child { text-align: left; min-width: 320px; max-width: none; position: sticky; left: 0; background: #16181d; } small { display: block; font-size: 12px; line-height: 1.35; color: #9aa0ab; }
        nav { position: sticky; top: 0; padding: 12px 0; background: #16181d; }
        button { background: #242832; color: inherit; border: 0; border-radius: 6px; padding: 8px 16px; margin-right: 8px; font: inherit; cursor: pointer; }
        button[aria-pressed=true] { background: #4c8dff; color: #fff; }
        main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, calc({columns} * 160px)), 1fr)); gap: 24px; }
        figure { margin: 0; } figure div { display: flex; gap: 4px; } img { flex: 1; min-width: 0; border-radius: 6px; display: block; } figcaption { padding-top: 6px; font-variant-numeric: tabular-nums; }
        </style>
        <h1>{title}</h1>
        <p>{count} pairs of {data}; each row shows {shows}.</p>
        <section><table>
        {figures}</table></section>
        <p>{note}</p>
        <nav aria-label="sort">
        <button data-key="l1" data-way="-1" aria-pressed="true">highest L1</button>
        <button data-key="l1" data-way="1" aria-pressed="false">lowest L1</button>
        <button data-key="ssim" data-way="1" aria-pressed="false">lowest SSIM</button>
        <button data-key="psnr" data-way="1" aria-pressed="false">lowest PSNR</button>
        <button data-key="name" data-way="1" aria-pressed="false">by name</button>
        </nav>
        <main>
        {rows}
        </main>
        <script>
        const main = document.querySelector('main'), buttons = [...document.querySelectorAll('button')];
        for (const button of buttons) button.onclick = () => {
          const { key, way } = button.dataset;
          const compare = (a, b) => key === 'name'
            ? a.dataset.name.localeCompare(b.dataset.name, undefined, { numeric: true })
            : way * (a.dataset[key] - b.dataset[key]);
          main.append(...[...main.children].sort(compare));
          for (const other of buttons) other.setAttribute('aria-pressed', other === button);
        };
        </script>
        </html>

        """;
}
