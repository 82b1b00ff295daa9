using Pix2Pix.Realtime.Files;
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
        Assert.InRange(ExportedPage.Difference(Model, painted, await ExportedPage.TranslationAsync(page)), 0, 2);

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
}
