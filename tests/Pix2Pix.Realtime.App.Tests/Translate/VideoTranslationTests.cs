using System.Globalization;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Tests.Shared;

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
    public void A_video_that_tells_no_rate_keeps_its_real_times()
    {
        // As browsers record: a live file without an average, each picture at a time of its own. The second half runs at half the pace.
        Make(
            "live.webm", "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=20:duration=2", "-vf", "settb=1/1000,setpts='if(lt(N,20),N*50,1000+(N-20)*100)'",
            "-fps_mode", "vfr", "-r", "1000", "-c:v", "libvpx", "-f", "webm", "-live", "1");
        Assert.Equal("0/0", Probe("live.webm", "v:0", "stream=avg_frame_rate"));
        var (code, _, errors) = _run.Run("translate", _run.At("live.webm"), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.True(code == 0, errors);
        var said = Probe("out.mp4", "v:0", "stream=avg_frame_rate,duration").Split(',');
        Assert.Equal("20/1", said[0]);
        Assert.InRange(double.Parse(said[1], CultureInfo.InvariantCulture), 2.8, 3.2);
    }

    [Theory]
    [InlineData("browser-like.webm")]
    [InlineData("mr.webm")]
    public void What_browsers_record_is_translated(string name)
    {
        Ffmpeg.Require();
        var (code, _, errors) = _run.Run("translate", SharedData.File("faults", name), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.True(code == 0, errors);
    }

    [Fact]
    public void A_file_with_sound_alone_is_said_to_hold_no_pictures()
    {
        Make("sound.mp4", "-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac");
        var (code, _, errors) = _run.Run("translate", _run.At("sound.mp4"), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("found no frames in it", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_video_is_refused_in_one_sentence_and_nothing_is_left_behind()
    {
        Ffmpeg.Require();
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

    private void MakeClip(string name) =>
        Make(name, "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=2", "-f", "lavfi", "-i", "sine=duration=2", "-c:a", "aac", "-pix_fmt", "yuv420p");

    private void Make(string name, params string[] arguments)
    {
        Ffmpeg.Require();
        Ffmpeg.Run([.. arguments, _run.At(name)]);
    }

    private string Probe(string name, string stream, string entries) => Ffmpeg.Probe(_run.At(name), entries, stream);
}
