using System.Globalization;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>A video file as ffprobe describes it, and the ffmpeg command lines that decode it and encode the translated one.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rate">Pictures a second, as ffmpeg writes it: a number or a fraction, e.g. <c>30000/1001</c>.</param>
/// <param name="Pictures">How many there are, about; 0 = unknown.</param>
internal sealed record VideoFile(string Path, string Rate, int Pictures)
{
    private static readonly string[] Calm = ["-hide_banner", "-nostdin", "-loglevel", "error"];

    /// <summary>Packets that are enough to know a video's pace.</summary>
    private const int MostPackets = 20_000;

    /// <summary>Pictures a second that a rate out of time stamps has at most: more no screen shows.</summary>
    private const double MostPerSecond = 60;

    /// <exception cref="UserException">There is no ffprobe, no video that it can read, or no regular file.</exception>
    public static async Task<VideoFile> LookAsync(string path, CancellationToken cancellationToken)
    {
        RegularFile.Require(path);
        var (exit, said, complaints) = await Ffprobe.AskAsync(path, ["-show_entries", "stream=avg_frame_rate:format=duration"], cancellationToken);
        if (exit != 0)
        {
            throw new UserException(TranslateTexts.NotReadable(path, complaints));
        }

        var values = said.Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        if (values["avg_frame_rate"].FirstOrDefault() is not { } text)
        {
            throw new UserException(TranslateTexts.NoFrames(path));
        }

        var seconds = double.TryParse(values["duration"].FirstOrDefault(), CultureInfo.InvariantCulture, out var duration) ? duration : 0;
        return PerSecond(text) is { } rate and > 0 ? new VideoFile(path, text, (int)Math.Round(seconds * rate)) : await PacedAsync(path, cancellationToken);
    }

    /// <summary>
    /// A video whose file tells no rate, as browsers record them: every picture has a time of its own. The rate is so high that nine of ten pictures keep a place of their own;
    /// where the next one is late, the picture is repeated, so that each is seen when it was.
    /// </summary>
    private static async Task<VideoFile> PacedAsync(string path, CancellationToken cancellationToken)
    {
        string[] entries = ["-read_intervals", string.Create(CultureInfo.InvariantCulture, $"%+#{MostPackets}"), "-show_entries", "packet=pts_time"];
        var (_, said, _) = await Ffprobe.AskAsync(path, entries, cancellationToken);
        double[] times = [.. said.Select(line => double.TryParse(line.Split('=', 2)[^1], CultureInfo.InvariantCulture, out var time) ? time : double.NaN).Where(double.IsFinite).Order()];
        double[] gaps = [.. times.Zip(times.Skip(1), (earlier, later) => later - earlier).Where(gap => gap > 0).Order()];
        if (gaps.Length == 0)
        {
            throw new UserException(TranslateTexts.NoTimes(path, times.Length));
        }

        var rate = Math.Min(1 / gaps[gaps.Length / 10], MostPerSecond);
        var pictures = times.Length < MostPackets ? ((times[^1] - times[0]) * rate) + 1 : 0;
        return new VideoFile(path, rate.ToString("0.###", CultureInfo.InvariantCulture), (int)Math.Round(pictures));
    }

    /// <summary>All pictures at a steady rate, cropped to a size, as RGBA bytes on stdout.</summary>
    public string[] Decoding(PixelSize size) =>
    [
        .. Calm, .. FfmpegInput.File(Path), "-map", "0:v:0", "-vf", string.Create(CultureInfo.InvariantCulture, $"fps={Rate},scale={size.Width}:{size.Height}:force_original_aspect_ratio=increase:flags=bicubic,crop={size.Width}:{size.Height}"),
        "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
    ];

    /// <summary>RGBA bytes from stdin become the pictures of another file; the sound stays this one's, untouched where the container is the same.</summary>
    public string[] Encoding(PixelSize size, string target) =>
    [
        .. Calm, "-f", "rawvideo", "-pix_fmt", "rgba", "-video_size", string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"), "-framerate", Rate, "-i", "pipe:0",
        .. FfmpegInput.File(Path), "-map", "0:v:0", "-map", "1:a?", "-pix_fmt", "yuv420p",
        .. System.IO.Path.GetExtension(target).Equals(System.IO.Path.GetExtension(Path), StringComparison.OrdinalIgnoreCase) ? ["-c:a", "copy"] : Array.Empty<string>(),
        "-y", $"file:{target}",
    ];

    private static double? PerSecond(string rate) => rate.Split('/') switch
    {
        [var whole] when double.TryParse(whole, CultureInfo.InvariantCulture, out var value) => value,
        [var over, var under] when double.TryParse(over, CultureInfo.InvariantCulture, out var a) && double.TryParse(under, CultureInfo.InvariantCulture, out var b) && b > 0 => a / b,
        _ => null,
    };
}
