using System.Globalization;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Recording;

/// <summary>Where a recording goes: a file, whose ending says what it becomes, or anything else that ffmpeg can send to.</summary>
/// <param name="Place">A file's path, a video device such as <c>/dev/video9</c> or one in <c>/dev/v4l/by-id</c>, or an rtmp, rtsp, srt, udp or tcp address.</param>
internal sealed record RecordingTarget(string Place)
{
    /// <summary>Written for each second, so that what was recorded plays to its last second whatever ended it.</summary>
    private const int FragmentSeconds = 1;

    private const string VideoDevices = "/dev/video";

    /// <summary>Where Linux lists video devices by what they are, since their numbers change.</summary>
    private static readonly string[] NamedDevices = ["/dev/v4l/by-id/", "/dev/v4l/by-path/"];

    /// <summary>What ffmpeg sends to, each in its own way; nothing else that looks like an address is handed to it.</summary>
    private static readonly string[] Schemes = ["rtmp", "rtmps", "rtsp", "srt", "tcp", "udp"];

    /// <summary>Whether it is a file, which must not exist yet.</summary>
    public bool IsFile => !IsAddress && !IsDevice;

    private bool IsAddress => Place.Contains("://", StringComparison.Ordinal);

    private bool IsDevice => (Place.StartsWith(VideoDevices, StringComparison.Ordinal) && Place.Length > VideoDevices.Length && Place[VideoDevices.Length..].All(char.IsAsciiDigit))
        || NamedDevices.Any(folder => Place.StartsWith(folder, StringComparison.Ordinal) && Place.Length > folder.Length && !Place[folder.Length..].Contains('/', StringComparison.Ordinal));

    private string Scheme => Place.Split("://")[0].ToLowerInvariant();

    private bool IsGif => IsFile && Path.GetExtension(Place).Equals(".gif", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a target.</summary>
    /// <exception cref="UserException">An address of another kind, a device that is not there, a file without an ending, in a folder that doesn't exist, or that is there already.</exception>
    public static RecordingTarget Parse(string place)
    {
        var target = new RecordingTarget(place);
        if (target.IsAddress && !Schemes.Contains(target.Scheme))
        {
            throw new UserException(RecordingTexts.UnknownScheme(string.Join(", ", Schemes.Select(one => $"{one}://")), place));
        }

        if (target.IsDevice && !File.Exists(place))
        {
            throw new UserException(RecordingTexts.NoDevice(place));
        }

        if (!target.IsFile)
        {
            return target;
        }

        if (!Path.HasExtension(place))
        {
            throw new UserException(RecordingTexts.UnknownKind(place));
        }

        if (Path.GetDirectoryName(Path.GetFullPath(place)) is { } folder && !Directory.Exists(folder))
        {
            throw new UserException(RecordingTexts.NoFolder(folder));
        }

        return File.Exists(place) || Directory.Exists(place)
            ? throw new UserException(RecordingTexts.FileExists(place))
            : target;
    }

    /// <summary>A file of the user's that doesn't exist yet, named by the time.</summary>
    public static RecordingTarget New(string folder, DateTime now)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"pix2pix-{now:yyyyMMdd-HHmmss}");
        var names = Enumerable.Range(1, int.MaxValue).Select(i => Path.Combine(folder, i == 1 ? $"{stem}.mp4" : $"{stem}-{i}.mp4"));
        return new RecordingTarget(names.First(name => !File.Exists(name)));
    }

    /// <summary>ffmpeg's arguments: RGBA bytes on stdin, row 0 = top, at a steady rate.</summary>
    /// <param name="size">Pixels.</param>
    /// <param name="rate">Pictures a second.</param>
    /// <param name="form">How they are recorded; null = as they are.</param>
    public IReadOnlyList<string> Arguments(PixelSize size, int rate, RecordedForm? form = null) =>
    [
        "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgba", "-video_size", Text($"{size.Width}x{size.Height}"), "-framerate", Text($"{rate}"), "-i", "pipe:0",
        .. Output(size, rate, form ?? new RecordedForm()),
    ];

    private string[] Output(PixelSize size, int rate, RecordedForm form)
    {
        if (IsGif)
        {
            // A palette for each picture: nothing is gathered in memory, and the file is whole after each. GIF knows hundredths of a second only.
            return ["-vf", Text($"fps={Math.Min(rate, 20)},split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1"), "-n", $"file:{Place}"];
        }

        // Chroma of half the size needs even sides.
        var scale = form.Size.IsEmpty || form.Size == size ? "" : Text($"scale={form.Size.Width}:{form.Size.Height}:flags=lanczos,");
        string[] filter = ["-vf", $"{scale}pad=ceil(iw/2)*2:ceil(ih/2)*2"];
        string[] even = [.. filter, "-pix_fmt", "yuv420p"];
        string[] h264 = [.. even, "-c:v", "libx264", "-preset", "veryfast", "-crf", "17", "-g", Text($"{rate * FragmentSeconds}")];
        string[] live = [.. h264, "-tune", "zerolatency"];
        return Scheme switch
        {
            "rtmp" or "rtmps" when IsAddress => [.. live, "-f", "flv", Place],
            "rtsp" when IsAddress => [.. live, "-f", "rtsp", Place],
            "udp" or "srt" or "tcp" when IsAddress => [.. live, "-f", "mpegts", Place],
            _ when IsDevice => [.. filter, "-pix_fmt", form.Pixels == DevicePixels.Yuyv422 ? "yuyv422" : "yuv420p", "-f", "v4l2", Place],
            _ when IsAddress => throw new InvalidOperationException($"'{Place}' was never parsed: expected an address that begins with one of {string.Join(", ", Schemes)}."),
            _ => Path.GetExtension(Place).ToLowerInvariant() switch
            {
                ".mp4" or ".m4v" or ".mov" => [.. h264, "-movflags", "frag_keyframe+empty_moov+default_base_moof", "-n", $"file:{Place}"],
                ".mkv" => [.. h264, "-n", $"file:{Place}"],
                _ => [.. even, "-n", $"file:{Place}"],
            },
        };
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
