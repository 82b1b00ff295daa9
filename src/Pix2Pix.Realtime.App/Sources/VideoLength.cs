using System.Globalization;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Asks ffprobe how long a video file is.</summary>
internal static class VideoLength
{
    /// <summary>Seconds; 0 = the file doesn't say.</summary>
    /// <exception cref="UserException">There is no ffprobe.</exception>
    public static async Task<double> ReadAsync(string path)
    {
        string[] arguments = ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", .. FfmpegInput.File(path)];
        using var probe = FfmpegProcess.Start("ffprobe", arguments, start => start.RedirectStandardOutput = true, out _);
        var said = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        return double.TryParse(said.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds > 0 ? seconds : 0;
    }
}
