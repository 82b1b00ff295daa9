using System.Globalization;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>A video file as ffprobe describes it, and the ffmpeg command lines that decode it and encode the translated one.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rate">Pictures a second, as ffmpeg writes it: a number or a fraction, e.g. <c>30000/1001</c>.</param>
/// <param name="Pictures">How many there are, about; 0 = unknown.</param>
internal sealed record VideoFile(string Path, string Rate, int Pictures)
{
    private static readonly string[] Calm = ["-hide_banner", "-nostdin", "-loglevel", "error"];

    /// <exception cref="UserException">There is no ffprobe, or no video that it can read.</exception>
    public static async Task<VideoFile> LookAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments = ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=avg_frame_rate:format=duration", "-of", "default=noprint_wrappers=1:nokey=1", .. FfmpegInput.File(path)];
        using var probe = FfmpegProcess.Start("ffprobe", arguments, start => start.RedirectStandardOutput = true, out var complaints);
        var said = (await probe.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await probe.WaitForExitAsync(cancellationToken);
        if (probe.ExitCode != 0 || said.Length == 0 || PerSecond(said[0]) is not ({ } rate and > 0))
        {
            throw new UserException($"Expected a video that ffmpeg can read in '{path}', but it failed: {complaints}. Choose another file.");
        }

        var seconds = said.Length > 1 && double.TryParse(said[1], CultureInfo.InvariantCulture, out var duration) ? duration : 0;
        return new VideoFile(path, said[0], (int)Math.Round(seconds * rate));
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
