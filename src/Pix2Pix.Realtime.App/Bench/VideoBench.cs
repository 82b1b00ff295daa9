using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Measures a video of 1280x720 at 30 frames per second: CPU cost of reading, latency, and the cost of recording. Needs ffmpeg.</summary>
internal static class VideoBench
{
    private const int Seconds = 6;
    private const double FrameMilliseconds = 1000 / 30.0;
    private const int Blocks = 7;
    private const int BlockTranslations = 30;

    private static readonly FrameShape Input = new(3, 256, 256);

    /// <param name="model">An .onnx file of 256x256.</param>
    /// <param name="bareMilliseconds">Its bare run's time here.</param>
    public static IEnumerable<BenchRow> Run(string model, double bareMilliseconds)
    {
        var clip = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}.mp4");
        try
        {
            Film(clip);
            if (OperatingSystem.IsLinux())
            {
                yield return BenchRow.Most("video.cpu_percent", CpuPercent(clip), BenchTexts.OfOneCore, 35);
            }

            yield return BenchRow.Most("video.frame_to_photon_p99_ms", FrameToPhoton(model, clip), "ms", Math.Round(bareMilliseconds + (2 * FrameMilliseconds), 1));
            yield return BenchRow.Least("record.rate_ratio", RecordingRatio(model, Path.ChangeExtension(clip, ".recorded.mp4")), "", 0.5);
        }
        finally
        {
            File.Delete(clip);
            File.Delete(Path.ChangeExtension(clip, ".recorded.mp4"));
        }
    }

    private static void Film(string path)
    {
        string[] arguments = ["-hide_banner", "-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", $"testsrc2=size=1280x720:rate=30:duration={Seconds * 2}", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-y", path];
        using var ffmpeg = FfmpegProcess.Start("ffmpeg", arguments, _ => { }, out var complaints);
        ffmpeg.WaitForExit();
        if (ffmpeg.ExitCode != 0)
        {
            throw new UserException(BenchTexts.NoTestVideo(complaints));
        }
    }

    /// <summary>Decoding, scaling, reading and encoding to numbers, in all processes; drawing and translation apart.</summary>
    private static double CpuPercent(string clip)
    {
        using var numbers = new TensorBuffer(Input);
        var (own, children) = (Environment.CpuUsage.TotalTime, ChildrenTime());
        var start = Stopwatch.GetTimestamp();
        using (var reader = new FfmpegReader(SourceAddress.Parse(clip), new SourceOptions { Size = new PixelSize(Input.Width, Input.Height) }, () => { }))
        {
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds)
            {
                if (reader.Wait(TimeSpan.FromMilliseconds(100)) && reader.TryTake())
                {
                    PixelConvert.Encode(reader.Frame.Picture, numbers.Values, Input);
                }
            }
        }

        var wall = Stopwatch.GetElapsedTime(start);
        return (Environment.CpuUsage.TotalTime - own + ChildrenTime() - children) / wall * 100;
    }

    /// <summary>Of the children that have ended, as Linux counts it: fields 16 and 17 of proc(5)'s stat, in hundredths of a second.</summary>
    private static TimeSpan ChildrenTime()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromSeconds((long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0);
    }

    private static double FrameToPhoton(string model, string clip)
    {
        using var live = new OffscreenSession(model, scene: null, new PixelSize(1280, 720), LiveClock.Real, source: clip);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds)
        {
            live.Loop.Step();
        }

        live.View.PaintToPhoton.Evaluate();
        return live.View.PaintToPhoton.Percentile99;
    }

    /// <summary>Translations a second while it records, as a share of those without: blocks of both take turns, and the medians are compared.</summary>
    private static double RecordingRatio(string model, string to)
    {
        using var live = new OffscreenSession(model, scene: null, new PixelSize(1280, 720), LiveClock.Real);
        var recorder = live.Find<RecorderComponent>()!;
        var (plain, recorded) = (new List<double>(), new List<double>());
        for (var block = 0; block <= Blocks; block++)
        {
            var undisturbed = Block(live);
            File.Delete(to);
            recorder.Set(RecorderComponent.To, to);
            recorder.Set(RecorderComponent.Recording, true);
            live.NextTranslation();
            var disturbed = Block(live);
            recorder.Set(RecorderComponent.Recording, false);
            if (block > 0)
            {
                plain.Add(undisturbed);
                recorded.Add(disturbed);
            }
        }

        return new Measurements(plain).Median / new Measurements(recorded).Median;
    }

    private static double Block(OffscreenSession live)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < BlockTranslations; i++)
        {
            live.NextTranslation();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
