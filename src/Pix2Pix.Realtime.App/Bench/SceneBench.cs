using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Every sample scene as it is, off-screen at 960x540: pictures a second while it is painted without a pause, or while its source plays.</summary>
internal static class SceneBench
{
    private const double Seconds = 4;
    private const string Ending = ".scene.yaml";
    private static readonly PixelSize Size = new(960, 540);

    public static IEnumerable<BenchRow> Run(string model)
    {
        foreach (var file in Directory.GetFiles(ProjectFolder.Under("sample-scenes"), $"*{Ending}").Order(StringComparer.Ordinal))
        {
            // The street has no canvas; its own bench walks in it.
            if (Path.GetFileName(file)[..^Ending.Length] is var name and not "street")
            {
                yield return new BenchRow($"scene.{name}.hz", Rate(model, file), "1/s", null);
            }
        }
    }

    private static double Rate(string model, string file)
    {
        var scene = File.ReadAllText(file);

        // A camera is not everywhere; ffmpeg's test picture moves as one does.
        var source = scene.Contains("from: camera", StringComparison.Ordinal) ? "test" : null;
        using var live = new OffscreenSession(model, scene, Size, LiveClock.Real, source: source);
        var played = live.Find<SourceComponent>();
        while (played is { IsOn: true, Picture: null, Status: null or { IsOver: false } })
        {
            live.Loop.Step();
        }

        var (start, before) = (live.Pump.Seconds, live.Loop.Presented);
        while (live.Pump.Seconds < start + Seconds)
        {
            if (!live.Canvas.IsCovered)
            {
                live.PaintOn();
            }

            live.Loop.Step();
        }

        return (live.Loop.Presented - before) / (live.Pump.Seconds - start);
    }
}
