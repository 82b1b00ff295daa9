using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Whole frames (stroke, encode, translate, draw off-screen) against a bare ONNX Runtime run of the same file, and what a frame allocates.</summary>
internal static class FrameBench
{
    private const int WarmFrames = 200;
    private const int CountedFrames = 1000;
    private const int BlockFrames = 8;

    /// <summary>Label map and translation side by side, pixel for pixel, without panels.</summary>
    private const string PicturesOnly = """
        scene: pictures only
        objects:
          - name: translator
            components: [Translator]
          - name: canvas
            components: [LabelCanvas]
          - name: view
            components: [TranslationView: { filter: nearest }]
        """;

    private static readonly PixelSize PicturesSize = new(736, 304);

    /// <summary>The rate of whole frames as a share of the rate of bare runs: blocks of both take turns, and the medians are compared.</summary>
    /// <param name="model">An .onnx file of 256x256.</param>
    /// <param name="blocks">Blocks of each kind.</param>
    public static (double Efficiency, double BareMilliseconds) Efficiency(string model, int blocks)
    {
        using var bare = new BaselineRun(model, new LoadOptions());
        using var live = new OffscreenSession(model, PicturesOnly, PicturesSize, LiveClock.Real);
        var (whole, plain) = (new List<double>(), new List<double>());
        for (var block = 0; block < blocks + 1; block++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < BlockFrames; i++)
            {
                bare.Run();
            }

            var middle = Stopwatch.GetTimestamp();
            for (var i = 0; i < BlockFrames; i++)
            {
                live.NextTranslation();
            }

            // The first block of each warms up.
            if (block > 0)
            {
                plain.Add(Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds / BlockFrames);
                whole.Add(Stopwatch.GetElapsedTime(middle).TotalMilliseconds / BlockFrames);
            }

            // The bare run's turn must not be shared with a translation under way.
            while (live.Translator.IsBusy)
            {
                live.Loop.Step();
            }
        }

        return (new Measurements(plain).Median / new Measurements(whole).Median, new Measurements(plain).Median);
    }

    /// <summary>Bytes that a frame of the whole program allocates on all threads, panels and all.</summary>
    /// <remarks>The lower of two counts: a thread of the runtime's pool that ends meanwhile allocates once; what frames allocate is in both.</remarks>
    public static double BytesPerFrame(string model)
    {
        using var live = new OffscreenSession(model, scene: null, new PixelSize(1280, 720), LiveClock.Stepped);
        for (var frame = 0; frame < WarmFrames; frame++)
        {
            Frame(live);
        }

        return Math.Min(Allocated(live), Allocated(live)) / (double)CountedFrames;
    }

    private static long Allocated(OffscreenSession live)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var frame = 0; frame < CountedFrames; frame++)
        {
            Frame(live);
        }

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>Milliseconds of processor time, on all threads, that a whole frame takes.</summary>
    public static double ProcessorMilliseconds(string model)
    {
        using var live = new OffscreenSession(model, PicturesOnly, PicturesSize, LiveClock.Real);
        live.NextTranslation();
        var before = Environment.CpuUsage.TotalTime;
        for (var frame = 0; frame < WarmFrames; frame++)
        {
            live.NextTranslation();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / WarmFrames;
    }

    private static void Frame(OffscreenSession live)
    {
        live.PaintOn();
        live.Loop.Step();
    }
}
