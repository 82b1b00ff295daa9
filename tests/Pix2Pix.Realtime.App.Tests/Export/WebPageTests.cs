using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using PuppeteerSharp;

namespace Pix2Pix.Realtime.App.Tests.Export;

/// <summary>The exported page in a real Chromium: painted by the pointer, translated as here, without a request to anyone else, and offline.</summary>
public sealed class WebPageTests : IDisposable
{
    private static readonly string Model = ProjectFolder.Under("sample-scenes", "facades-256.onnx");

    private readonly ExportedPage _exported = new();

    public void Dispose() => _exported.Dispose();

    [Fact]
    public async Task Anyone_can_paint_in_it_alone_and_offline()
    {
        _exported.Export(Model);
        using var server = _exported.Serve(out var address);
        await using var browser = await _exported.LaunchAsync();
        var page = await browser.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = 1280, Height = 720 });
        var strangers = new List<string>();
        page.Request += (_, one) =>
        {
            if (!one.Request.Url.StartsWith(address, StringComparison.Ordinal) && !one.Request.Url.StartsWith("blob:", StringComparison.Ordinal) && !one.Request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                strangers.Add(one.Request.Url);
            }
        };
        await page.GoToAsync(address);
        await ExportedPage.TranslatedAsync(page, after: 0);
        await page.ScreenshotAsync(_exported.Run.At("desktop.png"));

        // A stroke in the window class, and its translation.
        var before = await ExportedPage.LabelsAsync(page);
        await ExportedPage.StrokeAsync(page);
        var painted = await ExportedPage.LabelsAsync(page);
        var changed = before.Zip(painted).Count(pair => pair.First != pair.Second);
        Assert.True(changed > 500, $"the stroke changed {changed} bytes");
        Assert.InRange(MeanDifference(Translate(Model, painted), await ExportedPage.TranslationAsync(page)), 0, 2);

        // Undo by key gives the map back.
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.PressAsync("z");
        await page.Keyboard.UpAsync("Control");
        Assert.Equal(before, await ExportedPage.LabelsAsync(page));

        // The server is gone; the page is not.
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null", new WaitForFunctionOptions { Timeout = ExportedPage.Patience });
        await page.ReloadAsync();
        await ExportedPage.TranslatedAsync(page, after: 0);
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        await page.ReloadAsync();
        await ExportedPage.TranslatedAsync(page, after: 0);
        await ExportedPage.StrokeAsync(page);
        Assert.Empty(strangers);

        await page.SetViewportAsync(new ViewPortOptions { Width = 390, Height = 844, IsMobile = true, HasTouch = true });
        await ExportedPage.TranslatedAsync(page, after: 0);
        await page.ScreenshotAsync(_exported.Run.At("phone.png"));
        if (Environment.GetEnvironmentVariable("PIX2PIX_SCREENSHOTS") is { Length: > 0 } folder)
        {
            File.Copy(_exported.Run.At("desktop.png"), Path.Combine(folder, "web-desktop.png"), overwrite: true);
            File.Copy(_exported.Run.At("phone.png"), Path.Combine(folder, "web-phone.png"), overwrite: true);
        }
    }

    /// <summary>The adapter is a software one, as on a server without a GPU: the page passes it over, so the worker is asked directly.</summary>
    [Fact]
    public async Task WebGPU_translates_as_the_CPU_does()
    {
        var model = _exported.Run.At("width4.onnx");
        RandomGenerator.Write(model, 4, NormStatistics.Running);
        _exported.Export(model);
        using var server = _exported.Serve(out var address);
        await using var browser = await _exported.LaunchAsync("--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader");
        var page = await browser.NewPageAsync();
        await page.GoToAsync(address);
        await ExportedPage.TranslatedAsync(page, after: 0);
        Assert.SkipUnless(await page.EvaluateExpressionAsync<bool>("(async () => Boolean(await navigator.gpu?.requestAdapter()))()"), "this Chromium has no WebGPU adapter");
        var found = Convert.FromBase64String(await page.EvaluateFunctionAsync<string>("""
            async () => {
              const worker = new Worker('worker.js', { type: 'module' });
              const ask = (task) => new Promise((resolve, reject) => {
                worker.onmessage = ({ data }) => data.kind === 'failed' ? reject(new Error(data.sentence)) : data.kind !== 'progress' && resolve(data);
                worker.postMessage(task);
              });
              const { how } = await ask({ model: await (await fetch('model.json')).json(), provider: 'webgpu' });
              if (!how.startsWith('WebGPU')) throw new Error(how);
              const canvas = document.getElementById('labels');
              const { rgba } = await ask({ rgba: canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer });
              const bytes = new Uint8Array(rgba);
              let text = '';
              for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
              return btoa(text);
            }
            """));
        server.Kill();
        Assert.InRange(MeanDifference(Translate(model, await ExportedPage.LabelsAsync(page)), found), 0, 2);
        Assert.StartsWith("CPU", await page.EvaluateExpressionAsync<string>("document.body.dataset.ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_opened_from_a_file_says_what_to_do()
    {
        ExportedPage.Require();
        var sources = Path.Combine(AppContext.BaseDirectory, "page", "index.html");
        await using var browser = await _exported.LaunchAsync();
        var page = await browser.NewPageAsync();
        await page.GoToAsync(new Uri(sources).AbsoluteUri);
        Assert.Contains("pix2pix serve", await page.EvaluateExpressionAsync<string>("document.getElementById('status').textContent"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_exported_or_served_is_one_sentence_and_leaves_nothing()
    {
        Directory.CreateDirectory(_exported.Run.At("full"));
        File.WriteAllText(_exported.Run.At("full/mine.txt"), "mine");
        Refused("found files at", "export", "--web", _exported.Run.At("full"), "--model", _exported.Run.Model);
        Refused("found no file", "export", "--web", _exported.Run.At("new"), "--model", _exported.Run.At("none.onnx"));
        Refused("Expected --web FOLDER with --model FILE", "export", "--web", _exported.Run.At("new"), "--run", _exported.Run.At("run"));
        Refused("Expected a folder with a page", "serve", _exported.Run.At("full"));
        _exported.Run.Variables["PATH"] = _exported.Run.At("empty");
        Refused("Expected npm", "export", "--web", _exported.Run.At("new"), "--model", _exported.Run.Model);
        Assert.Equal("mine", File.ReadAllText(_exported.Run.At("full/mine.txt")));
        Assert.Empty(Directory.GetFileSystemEntries(_exported.Run.Folder, "new*"));
        Assert.Single(Directory.GetFileSystemEntries(_exported.Run.At("full")));

        void Refused(string sentence, params string[] arguments)
        {
            var (code, _, errors) = _exported.Run.Run(arguments);
            Assert.NotEqual(0, code);
            Assert.Contains(sentence, errors, StringComparison.Ordinal);
        }
    }

    /// <summary>The same label map, translated by this program.</summary>
    private static byte[] Translate(string model, byte[] rgba)
    {
        using var generator = GeneratorLoader.Load(model, new LoadOptions { Provider = ExecutionProvider.Cpu });
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        var count = rgba.Length / 4;
        for (var i = 0; i < count; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                input.Values[(channel * count) + i] = (rgba[(i * 4) + channel] / 127.5f) - 1;
            }
        }

        generator.Translate(input, output);
        var answer = new byte[rgba.Length];
        for (var i = 0; i < count; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                answer[(i * 4) + channel] = (byte)Math.Clamp(Math.Round((output.Values[(channel * count) + i] * 127.5f) + 127.5f), 0, 255);
            }

            answer[(i * 4) + 3] = 255;
        }

        return answer;
    }

    private static double MeanDifference(byte[] expected, byte[] found) => expected.Zip(found).Average(pair => Math.Abs(pair.First - pair.Second));
}
