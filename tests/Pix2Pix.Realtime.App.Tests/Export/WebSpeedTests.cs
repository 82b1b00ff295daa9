using System.Globalization;
using System.Text.Json;
using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using PuppeteerSharp;

namespace Pix2Pix.Realtime.App.Tests.Export;

/// <summary>
/// How long the exported page takes, in a real Chromium, beside ONNX Runtime alone in the same one. What is asserted is that both give the same picture; the figures are
/// printed (-showLiveOutput) and written to artifacts/web-speed.md.
/// </summary>
public sealed class WebSpeedTests : IDisposable
{
    private const int Width = 16;
    private const int Rounds = 40;
    private const int Visits = 5;

    /// <summary>
    /// The page's own translator and a worker that only runs the same file take turns. Both are timed in their workers: the bare run from a finished tensor to the values of
    /// the answer, the page's from a label map to a picture. The page's is timed once more with the way to its worker and back.
    /// </summary>
    private const string TakeTurns = """
        async (rounds) => {
          const base = document.baseURI;
          const { Translator } = await import(new URL('translator.js', base).href);
          const model = await (await fetch('model.json')).json();
          let [how, heard] = ['', null];
          const translator = await new Promise((resolve, reject) => {
            const one = new Translator(model, { progress() {}, ready(words, isSettled) { how = words; if (isSettled) resolve(one); }, translated: (rgba, milliseconds) => heard({ rgba, milliseconds }), failed: reject });
          });
          const translate = (rgba) => new Promise((resolve) => { heard = resolve; translator.submit(rgba); });

          const source = `
            import * as ort from '${base}runtime/ort.wasm.min.mjs';
            let session, feeds;
            onmessage = async ({ data }) => {
              if (data.file) {
                ort.env.wasm.wasmPaths = '${base}runtime/';
                ort.env.wasm.numThreads = data.threads;
                const bytes = new Uint8Array(await (await fetch(data.file)).arrayBuffer());
                session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
                feeds = { [session.inputNames[0]]: new ort.Tensor('float32', data.planes, [1, 3, data.height, data.width]) };
              }

              const start = performance.now();
              const values = await (await session.run(feeds))[session.outputNames[0]].getData();
              const milliseconds = performance.now() - start;
              postMessage({ milliseconds, values: data.file ? values : null });
            };`;
          const bare = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
          const run = (task) => new Promise((resolve, reject) => {
            bare.onmessage = ({ data }) => resolve(data);
            bare.onerror = (event) => reject(new Error(event.message));
            bare.postMessage(task);
          });

          const { width, height } = model;
          const count = width * height;
          const rgba = new Uint8ClampedArray(count * 4).map((_, i) => (i % 4 === 3 ? 255 : ((i >> 7) * 37 + (i % 4) * 90) & 255));
          const planes = new Float32Array(3 * count).map((_, i) => rgba[(i % count) * 4 + Math.floor(i / count)] / 127.5 - 1);
          const { file } = model.generators.find(({ precision }) => how.endsWith(precision));
          const threads = self.crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, 8) : 1;
          const { values } = await run({ file: new URL(file, base).href, planes, width, height, threads });
          const picture = (await translate(rgba)).rgba;
          let difference = 0;
          for (let i = 0; i < 3 * count; i++) {
            difference = Math.max(difference, Math.abs(picture[(i % count) * 4 + Math.floor(i / count)] - Math.min(255, Math.max(0, values[i] * 127.5 + 127.5))));
          }

          const [ours, theirs, trips] = [[], [], []];
          for (let i = 0; i < rounds; i++) {
            theirs.push((await run({})).milliseconds);
            const start = performance.now();
            ours.push((await translate(rgba)).milliseconds);
            trips.push(performance.now() - start);
          }

          return { how, difference, ours, theirs, trips };
        }
        """;

    private readonly ExportedPage _exported = new();

    public WebSpeedTests()
    {
        ExportedPage.Require();
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PIX2PIX_SPEED") == "1", "PIX2PIX_SPEED=1 ./test.sh --hosts also measures the web page, which takes a minute of a quiet machine");
    }

    public void Dispose() => _exported.Dispose();

    [Fact]
    public async Task The_page_and_the_runtime_alone_give_one_picture()
    {
        RandomGenerator.Write(_exported.Run.At("width16.onnx"), Width, NormStatistics.Running);
        _exported.Export(_exported.Run.At("width16.onnx"));
        using var server = _exported.Serve(out var address);
        await using var browser = await _exported.LaunchAsync();
        var page = await browser.NewPageAsync();
        await page.GoToAsync(address);
        await ExportedPage.TranslatedAsync(page, after: 0);
        var turns = await page.EvaluateFunctionAsync<JsonElement>(TakeTurns, Rounds);
        server.Kill();
        var (ours, bare, trips) = (Sorted(turns.GetProperty("ours")), Sorted(turns.GetProperty("theirs")), Sorted(turns.GetProperty("trips")));
        var (middle, version) = (Rounds / 2, await browser.GetVersionAsync());
        Print($"web.ratio {bare[middle] / ours[middle]:0.000}: {bare[middle]:0.0} ms bare, {ours[middle]:0.0} ms in the page, width {Width}, {turns.GetProperty("how")}, medians of {Rounds}, {version}");
        Print($"web.best_ratio {bare[0] / ours[0]:0.000}: {bare[0]:0.0} and {ours[0]:0.0} ms, the fastest of each; {trips[middle]:0.0} ms (fastest {trips[0]:0.0}) with the way to the worker and back");
        Assert.InRange(turns.GetProperty("difference").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task A_second_visit_shows_a_picture()
    {
        _exported.Export(ProjectFolder.Under("sample-scenes", "facades.onnx"));
        using var server = _exported.Serve(out var address);
        var times = new List<double>();
        for (var visit = 0; visit <= Visits; visit++)
        {
            // A new browser each time, so that only what is on disk is kept.
            await using var browser = await _exported.LaunchAsync();
            var page = await browser.NewPageAsync();
            await page.GoToAsync(address);
            var shown = await page.WaitForFunctionAsync(
                "() => Number(document.body.dataset.translated ?? 0) > 0 && performance.now()", new WaitForFunctionOptions { Timeout = ExportedPage.Patience });
            times.Add(await shown.JsonValueAsync<double>());
            if (visit == 0)
            {
                await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null", new WaitForFunctionOptions { Timeout = ExportedPage.Patience });
                await page.ReloadAsync();
                await ExportedPage.TranslatedAsync(page, after: 0);
            }
        }

        server.Kill();
        Print($"web.first_picture_ms: {times[0]:0} at the first visit, then {string.Join(", ", times.Skip(1).Select(time => time.ToString("0", CultureInfo.InvariantCulture)))}");
        Assert.Equal(Visits + 1, times.Count);
    }

    private static double[] Sorted(JsonElement times) => [.. times.EnumerateArray().Select(time => time.GetDouble()).Order()];

    private static void Print(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        File.AppendAllText(ProjectFolder.Under("artifacts", "web-speed.md"), $"- {text}\n");
    }
}
