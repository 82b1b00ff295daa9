using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>
/// A page that asks which of two pictures is better and doesn't know itself which is which: the key is another file, which the page asks for
/// when all questions are answered.
/// </summary>
internal static class BlindPage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Render(TestReport report, IReadOnlyList<BlindTrial> trials)
    {
        var maps = report.Pairs.Select(pair => Source(pair.Input)).ToArray();
        var questions = trials.Select(trial => new[] { maps[trial.Pair], Picture(report, trial.Pair, trial.Left), Picture(report, trial.Pair, trial.Right) });
        return Template
            .Replace("%ID%", Id(report, trials), StringComparison.Ordinal)
            .Replace("%QUESTIONS%", JsonSerializer.Serialize(questions), StringComparison.Ordinal);
    }

    /// <summary>What each side was.</summary>
    public static string RenderKey(TestReport report, IReadOnlyList<BlindTrial> trials) => JsonSerializer.Serialize(
        new { page = Id(report, trials), trials = trials.Select(trial => new { pair = report.Pairs[trial.Pair].Name, left = trial.LeftName(report), right = trial.RightName(report) }) },
        Indented);

    /// <summary>So that a page refuses the key of another one, and says nothing of what it holds.</summary>
    private static string Id(TestReport report, IReadOnlyList<BlindTrial> trials)
    {
        var text = string.Join('\n', trials.Select(trial => string.Create(CultureInfo.InvariantCulture, $"{trial.LeftName(report)}\t{trial.RightName(report)}\t{report.Pairs[trial.Pair].Name}")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string Picture(TestReport report, int pair, int? generator) =>
        Source(generator is { } index ? report.Generators[index].Outputs[pair] : report.Pairs[pair].Target);

    /// <summary>As PNG: a faint grid must not be lost, nor one be added.</summary>
    private static string Source(ShownPicture picture) => $"data:image/png;base64,{Convert.ToBase64String(ImageFile.EncodePng(picture.Pixels!))}";

    private const string Template = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Which is better?</title>
        <style>
        :root { color-scheme: dark; }
        body { margin: 24px auto; max-width: 1200px; padding: 0 24px; background: #16181d; color: #d7dae0; font: 16px/1.5 system-ui, sans-serif; text-align: center; }
        main { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; } img { width: 100%; image-rendering: pixelated; border-radius: 6px; display: block; }
        #map { width: 192px; margin: 0 auto 16px; } p { color: #9aa0ab; } kbd { background: #242832; border-radius: 4px; padding: 2px 8px; }
        button { background: #242832; color: inherit; border: 0; border-radius: 6px; padding: 8px 16px; font: inherit; cursor: pointer; } main button { padding: 8px; }
        table { margin: 16px auto; } td, th { padding: 4px 16px; font-variant-numeric: tabular-nums; } [hidden] { display: none; }
        </style>
        <h1>Which looks more like a photograph of this?</h1>
        <p id="count"></p>
        <img id="map" alt="what both pictures were made from">
        <main>
        <button data-answer="left"><img id="left" alt="left picture"></button>
        <button data-answer="right"><img id="right" alt="right picture"></button>
        </main>
        <p id="keys"><kbd>←</kbd> left &nbsp; <kbd>→</kbd> right &nbsp; <kbd>space</kbd> neither &nbsp; <kbd>backspace</kbd> one back</p>
        <section id="end" hidden>
        <p>All answered. Choose the key file to see the tally.</p>
        <p><input id="key" type="file" accept=".json"> <button id="save">save the answers</button></p>
        <p id="fault" role="alert"></p>
        <table id="tally"></table>
        </section>
        <script>
        const id = '%ID%', questions = %QUESTIONS%, answers = [];
        const part = name => document.getElementById(name);
        function show() {
          const isOver = answers.length === questions.length;
          part('count').textContent = `${answers.length} of ${questions.length} answered`;
          for (const element of [document.querySelector('main'), part('map'), part('keys')]) element.hidden = isOver;
          part('end').hidden = !isOver;
          if (!isOver) [part('map').src, part('left').src, part('right').src] = questions[answers.length];
        }
        function answer(side) { if (answers.length < questions.length) answers.push(side); show(); }
        for (const button of document.querySelectorAll('main button')) button.onclick = () => { answer(button.dataset.answer); button.blur(); };
        onkeydown = event => {
          const side = { ArrowLeft: 'left', ArrowRight: 'right', ' ': 'neither' }[event.key];
          if (event.repeat || !(side || event.key === 'Backspace') || answers.length === questions.length && side) return;
          event.preventDefault();
          if (side) answer(side); else { answers.pop(); show(); }
        };
        function tally(key) {
          const rows = new Map();
          key.trials.forEach((trial, index) => {
            const names = [trial.left, trial.right].sort(), row = names.join('\n');
            const counts = rows.get(row) ?? { names, chosen: { [names[0]]: 0, [names[1]]: 0 }, neither: 0 };
            rows.set(row, counts);
            if (answers[index] === 'neither') counts.neither++; else counts.chosen[trial[answers[index]]]++;
          });
          return [...rows.values()];
        }
        part('key').onchange = async event => {
          try {
            const key = JSON.parse(await event.target.files[0].text());
            if (key.page !== id) throw new Error(`Expected the key of page ${id}, found that of ${key.page}; choose the file written beside this page.`);
            part('fault').textContent = '';
            part('tally').replaceChildren(...tally(key).flatMap(({ names, chosen, neither }) => [...names.map(name => [name, chosen[name]]), ['neither', neither]]).map(cells => {
              const row = document.createElement('tr');
              row.append(...cells.map(cell => Object.assign(document.createElement('td'), { textContent: cell })));
              return row;
            }));
          } catch (fault) { part('fault').textContent = fault.message; }
        };
        part('save').onclick = () => Object.assign(document.createElement('a'), {
          href: URL.createObjectURL(new Blob([JSON.stringify({ page: id, answers }, null, 1)], { type: 'application/json' })), download: `answers-${id}.json`,
        }).click();
        show();
        </script>
        </html>

        """;
}
