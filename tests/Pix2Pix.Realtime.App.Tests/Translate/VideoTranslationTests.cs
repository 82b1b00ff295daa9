using System.Diagnostics;
using Pix2Pix.Realtime.App.Tests.Live;

namespace Pix2Pix.Realtime.App.Tests.Translate;

/// <summary>Real ffmpeg processes at both ends, and ffprobe as the judge.</summary>
public sealed class VideoTranslationTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_video_keeps_its_pictures_its_rate_and_its_sound()
    {
        MakeClip("clip.mp4");
        var (code, output, errors) = _run.Run("translate", _run.At("clip.mp4"), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.True(code == 0, errors);
        Assert.Contains("50 frames of", output, StringComparison.Ordinal);
        Assert.Equal("64,64,25/1,50", Probe("out.mp4", "v:0", "stream=width,height,avg_frame_rate,nb_read_frames"));
        Assert.Equal(Probe("clip.mp4", "a:0", "stream=codec_name,nb_read_packets"), Probe("out.mp4", "a:0", "stream=codec_name,nb_read_packets"));
        Assert.Empty(Directory.GetFiles(_run.Folder, "*.part.*"));
    }

    [Fact]
    public void A_file_that_is_no_video_is_refused_in_one_sentence_and_nothing_is_left_behind()
    {
        Assert.SkipUnless(Can("ffprobe"), "ffmpeg is not installed");
        File.WriteAllText(_run.At("rubbish.mp4"), "no video");
        var (code, _, errors) = _run.Run("translate", _run.At("rubbish.mp4"), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("Expected a video that", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Empty(Directory.GetFiles(_run.Folder, "out*"));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_said_and_leaves_nothing_behind()
    {
        MakeClip("clip.mp4");
        var (code, _, errors) = _run.Run("translate", _run.At("clip.mp4"), "-o", "/dev/full/out.mp4", "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_among_pictures_is_refused_with_what_to_write()
    {
        File.WriteAllText(_run.At("clip.mp4"), "");
        var (code, _, errors) = _run.Run("translate", _run.At("clip.mp4"), "-o", _run.At("folder"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("-o translated.mp4", errors, StringComparison.Ordinal);
    }

    private void MakeClip(string name)
    {
        Assert.SkipUnless(Can("ffmpeg"), "ffmpeg is not installed");
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
        [
            "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=2", "-f", "lavfi", "-i", "sine=duration=2", "-c:a", "aac", "-pix_fmt", "yuv420p", _run.At(name),
        ]))!;
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
    }

    private string Probe(string name, string stream, string entries)
    {
        using var ffprobe = Process.Start(new ProcessStartInfo("ffprobe",
            ["-v", "error", "-count_frames", "-count_packets", "-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0", _run.At(name)]) { RedirectStandardOutput = true })!;
        return ffprobe.StandardOutput.ReadToEnd().Trim();
    }

    private static bool Can(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
