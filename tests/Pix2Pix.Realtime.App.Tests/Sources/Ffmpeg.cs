using System.ComponentModel;
using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>The real program, to make videos with.</summary>
internal static class Ffmpeg
{
    /// <summary>Skips the test where there is no ffmpeg.</summary>
    public static void Require()
    {
        try
        {
            Run("-version");
        }
        catch (Win32Exception)
        {
            Assert.Skip("ffmpeg is not installed here");
        }
    }

    /// <summary>Writes a video of one colour, 64x48 at 25 pictures a second.</summary>
    public static void MakeVideo(string path, string color, double seconds) =>
        Run("-y", "-f", "lavfi", "-i", FormattableString.Invariant($"color=c={color}:size=64x48:rate=25:duration={seconds}"), "-c:v", "mpeg2video", "-q:v", "2", path);

    /// <summary>Writes a moving picture as a transport stream, as cameras on a network send it.</summary>
    public static void MakeStream(string path, double seconds) =>
        Run("-y", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=size=160x120:rate=25:duration={seconds}"), "-c:v", "mpeg2video", "-q:v", "2", path);

    /// <summary>Writes a second of sound.</summary>
    public static void MakeSound(string path) => Run("-y", "-f", "lavfi", "-i", "sine=duration=1", path);

    /// <summary>What ffprobe reads of a file's pictures, all of them decoded, separated by commas.</summary>
    public static string Probe(string path, string entries)
    {
        using var probe = Process.Start(new ProcessStartInfo("ffprobe", ["-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", entries, "-of", "csv=p=0", path]) { RedirectStandardOutput = true })!;
        var said = probe.StandardOutput.ReadToEnd().Trim();
        probe.WaitForExit();
        Assert.Equal(0, probe.ExitCode);
        return said;
    }

    /// <summary>Runs it to a good end.</summary>
    public static void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostdin", "-loglevel", "error", .. arguments]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
