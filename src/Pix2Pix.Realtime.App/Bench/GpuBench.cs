using System.Diagnostics;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;
using Spectre.Console;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>The generator in compute shaders: each layer against what the GPU can do at best, whole translations, and what a user feels.</summary>
internal static class GpuBench
{
    private const int Side = 256;
    private const int LayerRuns = 5;

    /// <summary>Where the processor draws, one says as much as five.</summary>
    private const int SoftwareRuns = 1;
    private const double TranslationSeconds = 2;

    /// <summary>A layer with at least this share of all operations is a large one.</summary>
    private const double LargeShare = 0.05;

    public static IEnumerable<BenchRow> Run()
    {
        bool isSoftware;
        using (var context = new OffscreenContext(new PixelSize(16, 16)))
        using (var device = new GraphicsDevice(context, ShaderFolder.Find(), Console.Error.WriteLine))
        {
            isSoftware = device.IsSoftware;
            var note = isSoftware ? BenchTexts.CpuRenderer : "";
            Console.Error.WriteLine($"{device.Renderer}{note}");
            var limit = GpuSpeed.Measure(device);
            yield return new BenchRow("gpu.limit", limit.OperationsPerSecond / 1e9, "GFLOP/s", null);
            yield return new BenchRow("gpu.limit_copy", limit.BytesPerSecond / 1e9, "GB/s", null);
            foreach (var width in (int[])[16, 32, 64])
            {
                var (floats, halves) = (Translations(device, limit, width, GpuStorage.Single), Translations(device, limit, width, GpuStorage.Half));
                foreach (var row in (BenchRow[])[.. floats, .. halves, new BenchRow($"gpu.w{width}.fp16_speedup", halves[0].Value / floats[0].Value, "x", null)])
                {
                    yield return row;
                }
            }
        }

        var model = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}.onnx");
        try
        {
            RandomGenerator.Write(model, width: 16, NormStatistics.Image);
            foreach (var row in LiveBench.Run(model, provider: "gl", prefix: "gpu.w16."))
            {
                yield return isSoftware ? row with { Target = null } : row;
            }
        }
        finally
        {
            File.Delete(model);
        }
    }

    /// <returns>Translations a second, then the large layers' share of the limit.</returns>
    private static BenchRow[] Translations(GraphicsDevice device, GpuSpeed limit, int width, GpuStorage storage)
    {
        var name = storage == GpuStorage.Half ? $"w{width}.fp16" : $"w{width}";
        Console.Error.WriteLine($"{name} ...");
        using var generator = Build(device, width, storage);
        var size = new PixelSize(Side, Side);
        using var input = new Texture(device, size, TextureFormat.Rgba8);
        using var output = new Texture(device, size, TextureFormat.Rgba8);
        var (count, start) = (0, Stopwatch.GetTimestamp());
        do
        {
            generator.Translate(input.Name, output.Name);
            device.Gl.Finish();
            count++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < TranslationSeconds);

        var perSecond = count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var layers = generator.Measure(device.IsSoftware ? SoftwareRuns : LayerRuns);
        Show(name, layers, limit);
        var operations = layers.Sum(layer => layer.Operations);
        var large = layers.Where(layer => layer.Operations >= LargeShare * operations).ToList();
        var share = large.Sum(layer => layer.Operations) / (large.Sum(layer => layer.Milliseconds) / 1000) / limit.OperationsPerSecond;
        var hasTarget = width == 64 && !device.IsSoftware;
        var (rate, part) = ($"gpu.{name}.translations_per_s", $"gpu.{name}.large_layers_share");
        return
        [
            hasTarget ? BenchRow.Least(rate, perSecond, "1/s", 120) : new BenchRow(rate, perSecond, "1/s", null),
            hasTarget ? BenchRow.Least(part, share, BenchTexts.OfTheLimit, 0.3) : new BenchRow(part, share, BenchTexts.OfTheLimit, null),
        ];
    }

    private static GlGenerator Build(GraphicsDevice device, int width, GpuStorage storage)
    {
        var model = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}-{width}.onnx");
        try
        {
            RandomGenerator.Write(model, width, NormStatistics.Image);
            return GlGenerator.Build(device, GeneratorPlanner.Read(model), storage);
        }
        finally
        {
            File.Delete(model);
        }
    }

    private static void Show(string name, IReadOnlyList<LayerFigures> layers, GpuSpeed limit)
    {
        var table = new Table().Border(TableBorder.Simple).Title(name).AddColumns("layer", "ms", BenchTexts.GigaFlops, BenchTexts.OfLimit, BenchTexts.GigaBytes, BenchTexts.OfLimit);
        foreach (var layer in layers)
        {
            var (operations, bytes) = (layer.Operations / layer.Milliseconds * 1000, layer.Bytes / layer.Milliseconds * 1000);
            table.AddRow(
                layer.Name, Text($"{layer.Milliseconds:0.000}"), Text($"{operations / 1e9:0.0}"), Text($"{operations / limit.OperationsPerSecond:0.0%}"),
                Text($"{bytes / 1e9:0.00}"), Text($"{bytes / limit.BytesPerSecond:0.0%}"));
        }

        AnsiConsole.Write(table);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
