using System.Diagnostics;
using System.Net.Sockets;
using System.Net;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Tests.Shared;
using PuppeteerSharp.Input;
using PuppeteerSharp;

namespace Pix2Pix.Realtime.App.Tests.Export;

/// <summary>The exported page in a real Chromium: painted by the pointer, translated as here, without a request to anyone else, and offline.</summary>
public sealed class WebPageTests : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Patience = 120_000;

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Anyone_can_paint_in_it_alone_and_offline()
    {
        Export(ProjectFolder.Under("sample-scenes", "facades-256.onnx"));
        using var server = Serve(out var address);
        await using var browser = await LaunchAsync();
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
        await TranslatedAsync(page, after: 0);
        await page.ScreenshotAsync(_run.At("desktop.png"));

        // A stroke in the window class, and its translation.
        var before = await LabelsAsync(page);
        await StrokeAsync(page);
        var painted = await LabelsAsync(page);
        var changed = before.Zip(painted).Count(pair => pair.First != pair.Second);
        Assert.True(changed > 500, $"the stroke changed {changed} bytes");
        Assert.InRange(MeanDifference(Translate(painted), await TranslationAsync(page)), 0, 2);

        // Undo by key gives the map back.
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.PressAsync("z");
        await page.Keyboard.UpAsync("Control");
        Assert.Equal(before, await LabelsAsync(page));

        // The server is gone; the page is not.
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null", new WaitForFunctionOptions { Timeout = Patience });
        await page.ReloadAsync();
        await TranslatedAsync(page, after: 0);
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        await page.ReloadAsync();
        await TranslatedAsync(page, after: 0);
        await StrokeAsync(page);
        Assert.Empty(strangers);

        await page.SetViewportAsync(new ViewPortOptions { Width = 390, Height = 844, IsMobile = true, HasTouch = true });
        await TranslatedAsync(page, after: 0);
        await page.ScreenshotAsync(_run.At("phone.png"));
        if (Environment.GetEnvironmentVariable("PIX2PIX_SCREENSHOTS") is { Length: > 0 } folder)
        {
            File.Copy(_run.At("desktop.png"), Path.Combine(folder, "web-desktop.png"), overwrite: true);
            File.Copy(_run.At("phone.png"), Path.Combine(folder, "web-phone.png"), overwrite: true);
        }
    }

    [Fact]
    public async Task A_page_opened_from_a_file_says_what_to_do()
    {
        Require();
        var sources = Path.Combine(AppContext.BaseDirectory, "page", "index.html");
        await using var browser = await LaunchAsync();
        var page = await browser.NewPageAsync();
        await page.GoToAsync(new Uri(sources).AbsoluteUri);
        Assert.Contains("pix2pix serve", await page.EvaluateExpressionAsync<string>("document.getElementById('status').textContent"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_exported_or_served_is_one_sentence_and_leaves_nothing()
    {
        Directory.CreateDirectory(_run.At("full"));
        File.WriteAllText(_run.At("full/mine.txt"), "mine");
        Refused("found files at", "export", "--web", _run.At("full"), "--model", _run.Model);
        Refused("found no file", "export", "--web", _run.At("new"), "--model", _run.At("none.onnx"));
        Refused("Expected --web FOLDER with --model FILE", "export", "--web", _run.At("new"), "--run", _run.At("run"));
        Refused("Expected a folder with a page", "serve", _run.At("full"));
        _run.Variables["PATH"] = _run.At("empty");
        Refused("Expected npm", "export", "--web", _run.At("new"), "--model", _run.Model);
        Assert.Equal("mine", File.ReadAllText(_run.At("full/mine.txt")));
        Assert.Empty(Directory.GetFileSystemEntries(_run.Folder, "new*"));
        Assert.Single(Directory.GetFileSystemEntries(_run.At("full")));

        void Refused(string sentence, params string[] arguments)
        {
            var (code, _, errors) = _run.Run(arguments);
            Assert.NotEqual(0, code);
            Assert.Contains(sentence, errors, StringComparison.Ordinal);
        }
    }

    private static void Require()
    {
        HostTests.Require("chromium");
        HostTests.Require("npm");
    }

    private void Export(string model)
    {
        Require();
        var (code, _, errors) = _run.Run("export", "--web", _run.At("page"), "--model", model);
        Assert.SkipWhen(errors.Contains("Expected npm to download", StringComparison.Ordinal), errors);
        Assert.True(code == 0, errors);
    }

    private Process Serve(out string address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        address = $"http://127.0.0.1:{port}/";
        var server = _run.Start("", "serve", _run.At("page"), "--port", $"{port}");
        Assert.Contains(address, server.StandardOutput.ReadLine(), StringComparison.Ordinal);
        return server;
    }

    private async Task<IBrowser> LaunchAsync() => await Puppeteer.LaunchAsync(new LaunchOptions
    {
        Headless = true, ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"], UserDataDir = _run.At("browser"), Timeout = Patience,
    });

    /// <summary>Waits until the page has shown more than so many translations since it was loaded.</summary>
    private static Task TranslatedAsync(IPage page, int after) =>
        page.WaitForFunctionAsync("after => Number(document.body.dataset.translated ?? 0) > after", new WaitForFunctionOptions { Timeout = Patience }, after);

    private static async Task StrokeAsync(IPage page)
    {
        var count = await page.EvaluateExpressionAsync<int>("Number(document.body.dataset.translated ?? 0)");
        var canvas = await (await page.QuerySelectorAsync("#labels")).BoundingBoxAsync();
        var (x, y) = (canvas!.X + (canvas.Width / 2), canvas.Y + (canvas.Height / 2));
        await page.Mouse.MoveAsync(x - 80, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 80, y + 30, new MoveOptions { Steps = 8 });
        await page.Mouse.UpAsync();
        await TranslatedAsync(page, count);

        // The newest map may still be under way.
        await page.EvaluateFunctionAsync("""
            async () => { for (let last = -1; last !== document.body.dataset.translated; await new Promise((done) => setTimeout(done, 1000))) last = document.body.dataset.translated; }
            """);
    }

    private static Task<byte[]> LabelsAsync(IPage page) => PixelsAsync(page, "labels");

    private static Task<byte[]> TranslationAsync(IPage page) => PixelsAsync(page, "translation");

    /// <summary>RGBA of a canvas.</summary>
    private static async Task<byte[]> PixelsAsync(IPage page, string id) => Convert.FromBase64String(await page.EvaluateFunctionAsync<string>(
        """
        (id) => {
          const canvas = document.getElementById(id);
          const bytes = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let text = '';
          for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
          return btoa(text);
        }
        """,
        id));

    /// <summary>The same label map, translated by this program.</summary>
    private static byte[] Translate(byte[] rgba)
    {
        using var generator = GeneratorLoader.Load(ProjectFolder.Under("sample-scenes", "facades-256.onnx"), new LoadOptions { Provider = ExecutionProvider.Cpu });
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
