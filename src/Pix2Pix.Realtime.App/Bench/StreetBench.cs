using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Composition;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Street;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>The street, off-screen at 960x540: somebody turns around in it while its houses are painted without a pause.</summary>
internal static class StreetBench
{
    /// <summary>Milliseconds: a longer frame is seen as a stutter.</summary>
    private const double Stutter = 50;

    private static readonly PixelSize Size = new(960, 540);

    public static IEnumerable<BenchRow> Run(string model, double seconds)
    {
        using var log = new EventLog(null);
        using var context = new OffscreenContext(Size);
        using var pump = new RealPump();
        var options = new LiveOptions
        {
            Scene = ProjectFolder.Under("sample-scenes", "street.scene.yaml"),
            Headless = true,
            Size = Size,
            Overrides = new Dictionary<string, string> { ["Translator.model"] = model, ["Walker.keys"] = "E" },
        };
        using var live = new LiveSession(context, pump, options, log);
        var (scene, loop) = (live.Scene, live.Loop);
        loop.Frame();
        var houses = scene.Objects.Select(one => one.Get<HouseComponent>()).OfType<HouseComponent>().ToList();
        var frames = new List<double>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; i++)
        {
            var session = houses[i / 60 % houses.Count].Session;
            session.Settings.ClassId = (byte)(1 + (i / 7 % 12));
            session.Press(new PixelPoint(20 + (i * 13 % 200), 20 + (i * 29 % 200)));
            session.Release();
            var frame = Stopwatch.GetTimestamp();
            loop.Step();
            frames.Add(Stopwatch.GetElapsedTime(frame).TotalMilliseconds);
        }

        var lasted = Stopwatch.GetElapsedTime(start).TotalSeconds;
        frames.Sort();
        return
        [
            BenchRow.Least("scene.street.hz", loop.Presented / lasted, "1/s", 30),
            BenchRow.Most("scene.street.frame_p99_ms", frames[(int)(frames.Count * 0.99)], "ms", Stutter),
            new BenchRow("scene.street.frame_worst_ms", frames[^1], "ms", null),
            BenchRow.Most("scene.street.stutters", frames.Count(milliseconds => milliseconds > Stutter), "frames", 0),
            new BenchRow("scene.street.translations_per_s", scene.Require<StreetTranslatorComponent>().Rate.PerSecond, "1/s", null),
        ];
    }
}
