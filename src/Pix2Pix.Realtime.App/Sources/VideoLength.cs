using System.Globalization;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Asks ffprobe how long a video file is.</summary>
internal static class VideoLength
{
    /// <summary>Seconds; 0 = the file doesn't say.</summary>
    /// <exception cref="UserException">There is no ffprobe.</exception>
    public static async Task<double> ReadAsync(string path)
    {
        var (_, said, _) = await Ffprobe.AskAsync(path, ["-show_entries", "format=duration"]);
        return double.TryParse(said.FirstOrDefault()?.Split('=', 2)[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds > 0 ? seconds : 0;
    }
}
