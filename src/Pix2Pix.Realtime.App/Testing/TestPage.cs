using System.Globalization;
using System.Net;
using System.Text;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>The test as one HTML file that needs nothing beside it: figures, and every triple of input, output and target, sortable, worst first.</summary>
internal static class TestPage
{
    public static string Render(TestSummary test)
    {
        var rows = new StringBuilder();
        foreach (var pair in test.Pairs.OrderByDescending(pair => pair.L1))
        {
            rows.Append(CultureInfo.InvariantCulture, $"""
                <figure data-name="{Text(pair.Name)}" data-l1="{pair.L1:F6}" data-psnr="{pair.Psnr:F4}" data-ssim="{pair.Ssim:F6}">
                <img loading="lazy" alt="input, output and target of {Text(pair.Name)}" src="data:image/jpeg;base64,{Convert.ToBase64String(pair.Pictures)}">
                <figcaption><b>{Text(pair.Name)}</b> L1 {pair.L1:F4} · PSNR {pair.Psnr:F2} dB · SSIM {pair.Ssim:F3}</figcaption>
                </figure>

                """);
        }

        var frechet = test.Frechet is { } distance ? distance.ToString("F2", CultureInfo.InvariantCulture) : "–";
        return Template
            .Replace("{model}", Text(test.Model), StringComparison.Ordinal)
            .Replace("{data}", Text(test.Data), StringComparison.Ordinal)
            .Replace("{count}", test.Pairs.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{l1}", test.L1.ToString("F4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{psnr}", test.Psnr.ToString("F2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{ssim}", test.Ssim.ToString("F3", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{frechet}", frechet, StringComparison.Ordinal)
            .Replace("{note}", Text(TestSummary.FrechetNote), StringComparison.Ordinal)
            .Replace("{rows}", rows.ToString(), StringComparison.Ordinal);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Template = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{model}: pix2pix test</title>
        <style>
        :root { color-scheme: dark; }
        body { margin: 32px auto; max-width: 1680px; padding: 0 24px; background: #16181d; color: #d7dae0; font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 22px; margin: 0 0 4px; } p { margin: 0 0 16px; color: #9aa0ab; }
        dl { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 0 0 24px; } dt { color: #9aa0ab; } dd { margin: 0; font-size: 24px; font-variant-numeric: tabular-nums; }
        nav { position: sticky; top: 0; padding: 12px 0; background: #16181d; }
        button { background: #242832; color: inherit; border: 0; border-radius: 6px; padding: 8px 16px; margin-right: 8px; font: inherit; cursor: pointer; }
        button[aria-pressed=true] { background: #4c8dff; color: #fff; }
        main { display: grid; grid-template-columns: repeat(auto-fill, minmax(480px, 1fr)); gap: 24px; }
        figure { margin: 0; } img { width: 100%; border-radius: 6px; display: block; } figcaption { padding-top: 6px; font-variant-numeric: tabular-nums; }
        </style>
        <h1>{model}</h1>
        <p>{count} pairs of {data}; each row shows input, output and target.</p>
        <dl>
        <div><dt>L1</dt><dd>{l1}</dd></div>
        <div><dt>PSNR, dB</dt><dd>{psnr}</dd></div>
        <div><dt>SSIM</dt><dd>{ssim}</dd></div>
        <div><dt>Fréchet</dt><dd>{frechet}</dd></div>
        </dl>
        <p>{note}.</p>
        <nav aria-label="sort">
        <button data-key="l1" data-way="-1" aria-pressed="true">worst first</button>
        <button data-key="l1" data-way="1" aria-pressed="false">best first</button>
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
