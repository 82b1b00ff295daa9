using System.Globalization;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>The one place that writes ffmpeg command lines for sources: pictures of the model's size come out of stdout as RGBA bytes, row 0 = top.</summary>
internal static class FfmpegArguments
{
    private const string Rate = "30";

    /// <summary>Writes the arguments, one an element, so that no shell ever reads them.</summary>
    /// <param name="address">Any but <see cref="SourceKind.Pictures"/>, which needs no ffmpeg.</param>
    /// <param name="options">What is done on the way.</param>
    /// <param name="system">Whose cameras and screens.</param>
    /// <param name="display">Linux: the X display to read the screen from, e.g. <c>:0</c>.</param>
    /// <exception cref="UserException">The system can't read such a source unless it is named more exactly.</exception>
    public static IReadOnlyList<string> For(SourceAddress address, SourceOptions options, CaptureSystem system, string? display = null) =>
    [
        "-hide_banner", "-nostdin", "-loglevel", "error",
        .. Input(address, options.Play, system, display),
        "-map", "0:v:0", "-vf", Filters(address, options, system), "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
    ];

    private static IEnumerable<string> Input(SourceAddress address, VideoPlay play, CaptureSystem system, string? display) => address.Kind switch
    {
        SourceKind.Video => [.. Play(play), .. FfmpegInput.File(address.Place)],
        SourceKind.Camera => [.. Live, .. Camera(address.Place, system)],
        SourceKind.Stream => Stream(address.Place),
        SourceKind.Screen => Screen(ScreenRegion.Parse(address.Place), system, display),
        SourceKind.Test => ["-re", "-f", "lavfi", "-i", $"testsrc2=size=640x480:rate={Rate}"],
        _ => throw new ArgumentOutOfRangeException(nameof(address), address.Kind, "Images are read without ffmpeg."),
    };

    /// <summary>A loop goes back to the file's beginning, wherever it began.</summary>
    private static string[] Play(VideoPlay play) =>
    [
        .. play.Speed == 1 ? (string[])["-re"] : ["-readrate", play.Speed.ToString("0.###", CultureInfo.InvariantCulture)],
        .. play.Loops ? (string[])["-stream_loop", "-1"] : [],
        .. play.Start > 0 ? (string[])["-ss", play.Start.ToString("0.###", CultureInfo.InvariantCulture)] : [],
    ];

    /// <summary>A picture is worth more now than whole later.</summary>
    private static string[] Live => ["-fflags", "nobuffer", "-flags", "low_delay"];

    /// <summary>A stream is looked at for at most a second (in microseconds) or a megabyte before it is shown; ffmpeg itself would take five.</summary>
    private static string[] Probe => ["-analyzeduration", "1000000", "-probesize", "1000000"];

    private static string[] Camera(string name, CaptureSystem system) => system switch
    {
        CaptureSystem.Linux => ["-f", "v4l2", "-i", name.Length == 0 ? "/dev/video0" : name.All(char.IsAsciiDigit) ? $"/dev/video{name}" : name],
        CaptureSystem.Windows when name.Length == 0 =>
            throw new UserException(SourcesTexts.NoCameraName),
        CaptureSystem.Windows => ["-f", "dshow", "-rtbufsize", "64M", "-i", $"video={name}"],
        // avfoundation's own default rate, 29.97, is one that most cameras refuse.
        _ => ["-f", "avfoundation", "-framerate", Rate, "-i", $"{(name.Length == 0 ? "0" : name)}:none"],
    };

    private static string[] Stream(string url)
    {
        string[] transport = url.StartsWith("rtsp", StringComparison.OrdinalIgnoreCase) ? ["-rtsp_transport", "tcp"] : [];

        // A video file behind an address comes faster than it plays.
        string[] pace = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && SourceAddress.IsVideo(parsed.AbsolutePath) ? ["-re"] : Live;
        return [.. pace, .. Probe, .. transport, .. FfmpegInput.Stream(url)];
    }

    private static string[] Screen(ScreenRegion? region, CaptureSystem system, string? display)
    {
        var area = region?.Area;
        string[] size = area is { } sized ? ["-video_size", $"{sized.Width}x{sized.Height}"] : [];
        return system switch
        {
            CaptureSystem.Linux when string.IsNullOrEmpty(display) =>
                throw new UserException(SourcesTexts.NoDisplay),
            CaptureSystem.Linux => ["-f", "x11grab", "-framerate", Rate, .. size, "-i", area is { } at ? $"{display}+{at.X},{at.Y}" : display],
            CaptureSystem.Windows => ["-f", "gdigrab", "-framerate", Rate, .. Offset(area), .. size, "-i", "desktop"],
            _ => ["-f", "avfoundation", "-framerate", Rate, "-i", "Capture screen 0:none"],
        };
    }

    private static string[] Offset(Images.PixelRect? area) => area is { } at ? ["-offset_x", Number(at.X), "-offset_y", Number(at.Y)] : [];

    private static string Filters(SourceAddress address, SourceOptions options, CaptureSystem system)
    {
        var (width, height) = (Number(options.Size.Width), Number(options.Size.Height));
        var filters = new List<string>();

        // avfoundation has no regions: the whole screen comes, and is cut here.
        if (address.Kind == SourceKind.Screen && system == CaptureSystem.MacOS && ScreenRegion.Parse(address.Place) is { Area: var area })
        {
            filters.Add($"crop={Number(area.Width)}:{Number(area.Height)}:{Number(area.X)}:{Number(area.Y)}");
        }

        if (options.Framing == SourceFraming.Crop)
        {
            filters.Add($"scale={width}:{height}:force_original_aspect_ratio=increase:flags=bilinear");
            filters.Add($"crop={width}:{height}");
        }
        else
        {
            filters.Add($"scale={width}:{height}:force_original_aspect_ratio=decrease:flags=bilinear");
            filters.Add($"pad={width}:{height}:-1:-1");
        }

        if (options.IsEdges)
        {
            filters.Add("format=gray");
            filters.Add("edgedetect=low=0.1:high=0.25");
            filters.Add("negate");
        }

        return string.Join(',', filters);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
