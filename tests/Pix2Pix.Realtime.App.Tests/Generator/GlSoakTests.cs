using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>
/// Painting and hot swaps without end, with the generator in compute shaders: nothing may pile up. Ten seconds as a rule; the environment variable
/// <c>PIX2PIX_SOAK_SECONDS</c> makes it longer.
/// </summary>
public sealed class GlSoakTests : IDisposable
{
    private const int FramesPerSwap = 20;
    private const int WarmSwaps = 4;

    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Hours_of_painting_and_swapping_leave_nothing_behind()
    {
        var asked = Environment.GetEnvironmentVariable("PIX2PIX_SOAK_SECONDS");
        var seconds = double.Parse(asked ?? "10", CultureInfo.InvariantCulture);
        string[] models = [Write("a.onnx", seed: 1), Write("b.onnx", seed: 2)];
        using var live = new OffscreenSession(models[0], scene: null, new PixelSize(960, 640), LiveClock.Stepped, provider: "gl");
        var (start, swaps, objects, memory) = (Stopwatch.GetTimestamp(), 0, 0, 0L);
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds || swaps <= WarmSwaps)
        {
            Swap(live, models[++swaps % 2]);
            for (var frame = 0; frame < FramesPerSwap; frame++)
            {
                live.PaintOn();
                live.Loop.Step();
            }

            if (swaps == WarmSwaps)
            {
                (objects, memory) = (live.Live.Device.LiveObjects, Environment.WorkingSet);
            }
        }

        var grown = (Environment.WorkingSet - memory) / 1e6;
        TestContext.Current.SendDiagnosticMessage($"{swaps} swaps, {live.Translator.Stamp.Sequence} translations in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, memory grew by {grown:0.0} MB");
        Assert.Equal(objects, live.Live.Device.LiveObjects);

        // The process's memory is this test's only when it runs alone, as a soak that was asked for does; beside others it is theirs too.
        Assert.True(asked is null || grown <= 64, $"memory grew by {grown:0} MB");
        Assert.StartsWith("OpenGL", live.Translator.Info!.Runs, StringComparison.Ordinal);
    }

    private static void Swap(OffscreenSession live, string path)
    {
        live.Translator.LoadInBackground(path);
        while (live.Translator.IsLoading || live.Translator.Info!.Name != Path.GetFileName(path))
        {
            live.Loop.Frame();
        }
    }

    private string Write(string name, int seed) => RandomUNet.Write(_run.At(name), seed, depth: 5);
}
