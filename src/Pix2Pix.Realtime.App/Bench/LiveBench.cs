using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Measures latency and frame times while painting. Off-screen, real clock.</summary>
internal static class LiveBench
{
    private const double StrokeSeconds = 10;
    private const int PointsPerSecond = 60;
    private const double DragSeconds = 5;

    private static readonly PixelSize WindowSize = new(1280, 720);

    /// <param name="model">An .onnx file of 256x256.</param>
    /// <param name="provider">As in a scene file.</param>
    /// <param name="prefix">Before each row's name.</param>
    public static IEnumerable<BenchRow> Run(string model, string provider = "auto", string prefix = "")
    {
        var strokes = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}.yaml");
        try
        {
            StrokeFile.Save(strokes, [Circles()], PaletteFile.Load("cmp-facade").Classes, new PixelSize(256, 256));
            return Measure(model, strokes, provider, prefix);
        }
        finally
        {
            File.Delete(strokes);
        }
    }

    private static IEnumerable<BenchRow> Measure(string model, string strokes, string provider, string prefix)
    {
        using var live = new OffscreenSession(model, scene: null, WindowSize, LiveClock.Real, strokes, provider);
        var frames = new List<double>();
        while (live.Canvas.Recording.IsPlaying || live.Translator.IsBusy)
        {
            var presented = live.Loop.Presented;
            live.Loop.Sleep();
            var start = Stopwatch.GetTimestamp();
            live.Loop.Frame();
            if (live.Loop.Presented > presented)
            {
                frames.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        live.View.PaintToPhoton.Evaluate();
        frames.Sort();
        var graphicsTarget = live.Live.Device.IsSoftware ? 25 : 8;
        return
        [
            BenchRow.Most($"{prefix}ui.frame_p99_ms", frames[(int)(frames.Count * 0.99)], "ms", graphicsTarget),
            BenchRow.Most($"{prefix}paint_to_photon.p50_ms", live.View.PaintToPhoton.Median, "ms", 25),
            new BenchRow($"{prefix}paint_to_photon.p90_ms", live.View.PaintToPhoton.Percentile90, "ms", null),
            BenchRow.Most($"{prefix}paint_to_photon.p99_ms", live.View.PaintToPhoton.Percentile99, "ms", 45),
            new BenchRow($"{prefix}live.translations_per_s", live.Translator.Rate.PerSecond, "1/s", null),
            BenchRow.Least($"{prefix}selection.translations_per_s", SelectionRate(live), "1/s", 30),
        ];
    }

    /// <summary>How many translations a second are shown of a selection of half the canvas that is dragged with sixty points a second.</summary>
    private static double SelectionRate(OffscreenSession live)
    {
        var session = live.Canvas.Session;
        session.Apply(SelectTool.Rectangle, new PixelPoint(0, 0), new PixelPoint(session.Canvas.Width - 1, (session.Canvas.Height / 2) - 1));
        session.Press(new PixelPoint(0, 0), with: MoveSelectionTool.Move);
        var (start, shown, seen) = (Stopwatch.GetTimestamp(), 0, live.Translator.Stamp.Sequence);
        for (var passed = 0.0; passed < DragSeconds; passed = Stopwatch.GetElapsedTime(start).TotalSeconds)
        {
            var point = 1 + (int)(passed * PointsPerSecond);
            session.Move(new PixelPoint(point % 64, point % 40));
            live.Loop.Frame();
            shown += live.Translator.Stamp.Sequence == seen ? 0 : 1;
            seen = live.Translator.Stamp.Sequence;
            live.Live.Frames.WakeAt(live.Pump.Seconds + (1.0 / PointsPerSecond));
            live.Loop.Sleep();
        }

        session.Finish();
        return shown / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>One long stroke, a new point sixty times a second as from a mouse.</summary>
    private static TimedStroke Circles()
    {
        const int points = (int)(StrokeSeconds * PointsPerSecond);
        var way = Enumerable.Range(0, points).Select(i =>
        {
            var radius = 20 + (90.0 * i / points);
            return new PixelPoint(128 + (int)(radius * Math.Cos(i * 0.1)), 128 + (int)(radius * Math.Sin(i * 0.1)));
        });
        return new TimedStroke(0, StrokeSeconds, new Stroke("brush", 3, BrushShape.Round, 12, Mirror: false, PaintRepeat.None, [.. way]));
    }
}
