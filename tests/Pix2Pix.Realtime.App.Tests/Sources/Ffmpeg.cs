using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>The real program, to make videos with.</summary>
internal static class Ffmpeg
{
    /// <summary>Skips the test where there is no ffmpeg.</summary>
    public static void Require() => Tool.Require("ffmpeg");

    /// <summary>Writes a video of one colour, 64x48 at 25 pictures a second.</summary>
    public static void MakeVideo(string path, string color, double seconds) =>
        Run("-y", "-f", "lavfi", "-i", FormattableString.Invariant($"color=c={color}:size=64x48:rate=25:duration={seconds}"), "-c:v", "mpeg2video", "-q:v", "2", path);

    /// <summary>Writes a moving picture as a transport stream, as cameras on a network send it.</summary>
    public static void MakeStream(string path, double seconds) =>
        Run("-y", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=size=160x120:rate=25:duration={seconds}"), "-c:v", "mpeg2video", "-q:v", "2", path);

    /// <summary>Writes a second of sound.</summary>
    public static void MakeSound(string path) => Run("-y", "-f", "lavfi", "-i", "sine=duration=1", path);

    /// <summary>What ffprobe reads of one of a file's streams, all of it decoded, separated by commas.</summary>
    public static string Probe(string path, string entries, string stream = "v:0") =>
        Tool.Run("ffprobe", "-v", "error", "-count_frames", "-count_packets", "-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0", path).Trim();

    /// <summary>Runs it to a good end.</summary>
    public static void Run(params string[] arguments) => Tool.Run("ffmpeg", ["-hide_banner", "-nostdin", "-loglevel", "error", .. arguments]);
}
