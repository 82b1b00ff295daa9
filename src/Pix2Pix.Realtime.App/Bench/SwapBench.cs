using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Generators that are put in each other's place while someone paints: what is lost of the picture, and of the memory.</summary>
internal static class SwapBench
{
    private const int WatchedSwaps = 20;
    private const int WarmSwaps = 100;
    private const int CountedSwaps = 1000;

    /// <summary>Seconds: a translation that has not come by then was dropped.</summary>
    private const double Patience = 2;

    public static IReadOnlyList<BenchRow> Run()
    {
        var model = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}-swap.onnx");
        try
        {
            RandomGenerator.Write(model, width: 4, NormStatistics.Image);
            using var live = new OffscreenSession(model, scene: null, new PixelSize(640, 480), LiveClock.Real);
            var dropped = 0;
            for (var i = 0; i < WatchedSwaps; i++)
            {
                dropped = Math.Max(dropped, Swap(live, model));
            }

            Many(live, model, WarmSwaps);
            var before = Environment.WorkingSet;
            Many(live, model, CountedSwaps);
            return
            [
                BenchRow.Most("panel.swap_dropped", dropped, "translations", 1),
                BenchRow.Most("panel.swap_memory_growth_mb", Math.Max(0, Environment.WorkingSet - before) / 1e6, "MB", 16),
            ];
        }
        finally
        {
            File.Delete(model);
        }
    }

    private static void Many(OffscreenSession live, string model, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Swap(live, model);
        }
    }

    /// <summary>Paints, swaps while that translation is under way, and paints once more on the new generator.</summary>
    /// <returns>How many of the two translations never came.</returns>
    private static int Swap(OffscreenSession live, string model)
    {
        var generator = GeneratorLoader.Load(model, new LoadOptions());
        live.PaintOn();
        live.Loop.Frame();
        live.Translator.Publish(generator);
        var dropped = Arrives(live) ? 0 : 1;
        live.PaintOn();
        live.Loop.Frame();
        return dropped + (Arrives(live) ? 0 : 1);
    }

    private static bool Arrives(OffscreenSession live)
    {
        var start = Stopwatch.GetTimestamp();
        while (live.Translator.IsBusy && Stopwatch.GetElapsedTime(start).TotalSeconds < Patience)
        {
            live.Live.Frames.WakeAt(live.Pump.Seconds + Patience);
            live.Loop.Step();
        }

        return !live.Translator.IsBusy;
    }
}
