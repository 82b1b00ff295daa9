using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Tests.Shared;
using PuppeteerSharp;
using PuppeteerSharp.Input;

namespace Pix2Pix.Realtime.App.Tests.Export;

/// <summary>A page that the real program exports and serves, and real Chromiums to open it in; all in a folder of its own.</summary>
internal sealed class ExportedPage : IDisposable
{
    /// <summary>Milliseconds.</summary>
    public const int Patience = 120_000;

    private const string Chromium = "/usr/bin/chromium";

    public LiveRun Run { get; } = new();

    public void Dispose() => Run.Dispose();

    /// <summary>Skips the test where a program for it is missing.</summary>
    public static void Require()
    {
        HostTests.Require("chromium");
        HostTests.Require("npm");
    }

    public void Export(string model)
    {
        Require();
        var (code, _, errors) = Run.Run("export", "--web", Run.At("page"), "--model", model);
        Assert.SkipWhen(errors.Contains("Expected npm to download", StringComparison.Ordinal), errors);
        Assert.True(code == 0, errors);
    }

    public Process Serve(out string address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        address = $"http://127.0.0.1:{port}/";
        var server = Run.Start("", "serve", Run.At("page"), "--port", $"{port}");
        Assert.Contains(address, server.StandardOutput.ReadLine(), StringComparison.Ordinal);
        return server;
    }

    /// <summary>Opens a browser that remembers what the ones before it in this folder loaded.</summary>
    public async Task<IBrowser> LaunchAsync(params string[] flags) => await Puppeteer.LaunchAsync(new LaunchOptions
    {
        Headless = true, ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage", .. flags], UserDataDir = Run.At("browser"), Timeout = Patience,
    });

    /// <summary>Waits until the page has shown more than so many translations since it was loaded.</summary>
    public static Task TranslatedAsync(IPage page, int after) =>
        page.WaitForFunctionAsync("after => Number(document.body.dataset.translated ?? 0) > after", new WaitForFunctionOptions { Timeout = Patience }, after);

    /// <summary>Paints a stroke by the pointer, and waits for its translation.</summary>
    public static async Task StrokeAsync(IPage page)
    {
        var canvas = await (await page.QuerySelectorAsync("#labels")).BoundingBoxAsync();
        var (x, y) = (canvas!.X + (canvas.Width / 2), canvas.Y + (canvas.Height / 2));
        await page.Mouse.MoveAsync(x - 80, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 80, y + 30, new MoveOptions { Steps = 8 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => document.getElementById('translation').ariaBusy === 'false'", new WaitForFunctionOptions { Timeout = Patience });
    }

    public static Task<byte[]> LabelsAsync(IPage page) => PixelsAsync(page, "labels");

    public static Task<byte[]> TranslationAsync(IPage page) => PixelsAsync(page, "translation");

    /// <summary>The mean difference between a translation and this program's own, in 1/255.</summary>
    public static double Difference(string model, byte[] labels, byte[] found) => Translate(model, labels).Zip(found).Average(pair => Math.Abs(pair.First - pair.Second));

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
}
