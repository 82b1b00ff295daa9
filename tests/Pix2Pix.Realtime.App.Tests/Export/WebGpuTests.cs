using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.Generators;
using PuppeteerSharp;

namespace Pix2Pix.Realtime.App.Tests.Export;

/// <summary>The exported page with WebGPU, on the software adapter of a real Chromium.</summary>
public sealed class WebGpuTests : IDisposable
{
    private const int Width = 4;

    /// <summary>Keeps the workers that the page starts.</summary>
    private const string Watch = """
        self.workers = [];
        const Real = Worker;
        self.Worker = class extends Real {
          constructor(...all) { super(...all); self.workers.push(this); }
          set onmessage(heard) { super.onmessage = (event) => { self.change?.(event.data); heard(event); }; }
        };
        """;

    /// <summary>The page passes a software adapter over, and would be right to find it slower: here it is told that the adapter is a GPU, and that the CPU takes an hour.</summary>
    private const string SlowCpu = """
        self.change = (data) => { if (data.isSettled && data.how.startsWith('CPU')) data.milliseconds = 3600000; };
        if (navigator.gpu) {
          const ask = navigator.gpu.requestAdapter.bind(navigator.gpu);
          navigator.gpu.requestAdapter = async () => (await ask()) && { info: { isFallbackAdapter: false } };
        }
        """;

    private readonly ExportedPage _exported = new();
    private readonly string _model;

    public WebGpuTests()
    {
        ExportedPage.Require();
        _model = _exported.Run.At("width4.onnx");
        RandomGenerator.Write(_model, Width, NormStatistics.Running);
    }

    public void Dispose() => _exported.Dispose();

    [Fact]
    public async Task It_takes_over_where_it_is_faster_and_the_CPU_does_where_it_fails()
    {
        _exported.Export(_model);
        using var server = _exported.Serve(out var address);
        await using var browser = await _exported.LaunchAsync("--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader");
        var page = await browser.NewPageAsync();
        await page.EvaluateExpressionOnNewDocumentAsync(Watch + SlowCpu);
        await page.GoToAsync(address);
        Assert.SkipUnless(await page.EvaluateExpressionAsync<bool>("(async () => Boolean(await navigator.gpu?.requestAdapter()))()"), "this Chromium has no WebGPU adapter");
        await RunsOnAsync(page, "WebGPU");
        await TranslatesAsync(page);

        await page.EvaluateExpressionAsync("self.workers.at(-1).postMessage({ rgba: -1 })");
        await RunsOnAsync(page, "CPU");
        await TranslatesAsync(page);
        server.Kill();
    }

    [Fact]
    public async Task A_software_adapter_is_passed_over()
    {
        _exported.Export(_model);
        using var server = _exported.Serve(out var address);
        await using var browser = await _exported.LaunchAsync("--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader");
        var page = await browser.NewPageAsync();
        await page.EvaluateExpressionOnNewDocumentAsync(Watch);
        await page.GoToAsync(address);
        Assert.SkipUnless(await page.EvaluateExpressionAsync<bool>("(async () => Boolean(await navigator.gpu?.requestAdapter()))()"), "this Chromium has no WebGPU adapter");
        await page.WaitForFunctionAsync("() => document.body.dataset.settled === 'true'", new WaitForFunctionOptions { Timeout = ExportedPage.Patience });
        await TranslatesAsync(page);
        server.Kill();
        Assert.StartsWith("CPU", await page.EvaluateExpressionAsync<string>("document.body.dataset.ready"), StringComparison.Ordinal);
        Assert.Equal(1, await page.EvaluateExpressionAsync<int>("self.workers.length"));
    }

    private static Task RunsOnAsync(IPage page, string device) =>
        page.WaitForFunctionAsync("device => document.body.dataset.ready?.startsWith(device)", new WaitForFunctionOptions { Timeout = ExportedPage.Patience }, device);

    private async Task TranslatesAsync(IPage page)
    {
        await ExportedPage.StrokeAsync(page);
        Assert.InRange(ExportedPage.Difference(_model, await ExportedPage.LabelsAsync(page), await ExportedPage.TranslationAsync(page)), 0, 2);
    }
}
