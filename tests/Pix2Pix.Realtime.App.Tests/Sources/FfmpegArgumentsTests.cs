using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Sources;

public sealed class FfmpegArgumentsTests
{
    private const string Crop = "scale=256:128:force_original_aspect_ratio=increase:flags=bilinear,crop=256:128";
    private static readonly SourceOptions Usual = new() { Size = new PixelSize(256, 128) };

    [Theory]
    [InlineData(CaptureSystem.Linux, "", "-f v4l2 -i /dev/video0")]
    [InlineData(CaptureSystem.Linux, "2", "-f v4l2 -i /dev/video2")]
    [InlineData(CaptureSystem.Linux, "/dev/v4l/by-id/desk", "-f v4l2 -i /dev/v4l/by-id/desk")]
    [InlineData(CaptureSystem.Windows, "HD Cam", "-f dshow -rtbufsize 64M -i video=HD Cam")]
    [InlineData(CaptureSystem.MacOS, "", "-f avfoundation -framerate 30 -i 0:none")]
    [InlineData(CaptureSystem.MacOS, "FaceTime", "-f avfoundation -framerate 30 -i FaceTime:none")]
    internal void A_camera_is_named_as_its_system_names_it(CaptureSystem system, string name, string input) => Assert.Equal(
        $"-hide_banner -nostdin -loglevel error -fflags nobuffer -flags low_delay {input} -map 0:v:0 -vf {Crop} -fps_mode passthrough -f rawvideo -pix_fmt rgba pipe:1",
        Line(new SourceAddress(SourceKind.Camera, name), system));

    [Theory]
    [InlineData(CaptureSystem.Linux, "", "-f x11grab -framerate 30 -i :7")]
    [InlineData(CaptureSystem.Linux, "640x480+10+20", "-f x11grab -framerate 30 -video_size 640x480 -i :7+10,20")]
    [InlineData(CaptureSystem.Windows, "640x480+10+20", "-f gdigrab -framerate 30 -offset_x 10 -offset_y 20 -video_size 640x480 -i desktop")]
    [InlineData(CaptureSystem.MacOS, "", "-f avfoundation -framerate 30 -i Capture screen 0:none")]
    internal void A_screen_region_is_asked_of_the_system(CaptureSystem system, string region, string input) =>
        Assert.Contains($" error {input} -map 0:v:0 -vf {Crop} ", Line(new SourceAddress(SourceKind.Screen, region), system), StringComparison.Ordinal);

    [Fact]
    public void Where_screens_have_no_regions_the_region_is_cut_out() =>
        Assert.Contains($"-vf crop=640:480:10:20,{Crop} ", Line(new SourceAddress(SourceKind.Screen, "640x480+10+20"), CaptureSystem.MacOS), StringComparison.Ordinal);

    [Theory]
    [InlineData("rtsp://door/1", "-fflags nobuffer -flags low_delay -analyzeduration 1000000 -probesize 1000000 -rtsp_transport tcp -protocol_whitelist rtsp,rtsps,rtmp,rtmps,rtmpt,rtmpts,rtp,srtp,srt,udp,tcp,http,https,httpproxy,tls,crypto,data -i rtsp://door/1")]
    [InlineData("udp://@:1234", "-fflags nobuffer -flags low_delay -analyzeduration 1000000 -probesize 1000000 -protocol_whitelist rtsp,rtsps,rtmp,rtmps,rtmpt,rtmpts,rtp,srtp,srt,udp,tcp,http,https,httpproxy,tls,crypto,data -i udp://@:1234")]
    [InlineData("http://host/clip.mp4?x=1", "-re -analyzeduration 1000000 -probesize 1000000 -protocol_whitelist rtsp,rtsps,rtmp,rtmps,rtmpt,rtmpts,rtp,srtp,srt,udp,tcp,http,https,httpproxy,tls,crypto,data -i http://host/clip.mp4?x=1")]
    public void A_stream_is_read_at_once_and_a_distant_file_at_its_own_rate(string url, string input) =>
        Assert.Contains($" error {input} -map", Line(SourceAddress.Parse(url), CaptureSystem.Linux), StringComparison.Ordinal);

    [Fact]
    public void A_video_plays_at_its_own_rate_again_and_again_and_its_name_is_no_option() =>
        Assert.Matches(" -re -stream_loop -1 -protocol_whitelist file -format_whitelist [a-z0-9,]+ -i file:/v/-f: a.mp4 -map", Line(new SourceAddress(SourceKind.Video, "/v/-f: a.mp4"), CaptureSystem.Linux));

    [Theory]
    [InlineData(1.5, 2, false, " -readrate 2 -ss 1.5 -protocol_whitelist")]
    [InlineData(0, 0.5, true, " -readrate 0.5 -stream_loop -1 -protocol_whitelist")]
    public void A_video_begins_anywhere_at_any_speed(double start, double speed, bool loops, string input) => Assert.Contains(
        input, string.Join(' ', FfmpegArguments.For(new SourceAddress(SourceKind.Video, "/v/a.mp4"), Usual with { Play = new VideoPlay(start, speed, loops) }, CaptureSystem.Linux)), StringComparison.Ordinal);

    [Fact]
    public void Fit_and_edges_follow_each_other()
    {
        var options = Usual with { Framing = SourceFraming.Fit, IsEdges = true };
        Assert.Contains(
            "-vf scale=256:128:force_original_aspect_ratio=decrease:flags=bilinear,pad=256:128:-1:-1,format=gray,edgedetect=low=0.1:high=0.25,negate ",
            string.Join(' ', FfmpegArguments.For(new SourceAddress(SourceKind.Test, ""), options, CaptureSystem.Linux)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_system_cannot_do_unnamed_is_said()
    {
        Assert.Contains("camera:NAME", Assert.Throws<UserException>(() => Line(new SourceAddress(SourceKind.Camera, ""), CaptureSystem.Windows)).Message, StringComparison.Ordinal);
        Assert.Contains("DISPLAY", Assert.Throws<UserException>(() => FfmpegArguments.For(new SourceAddress(SourceKind.Screen, ""), Usual, CaptureSystem.Linux)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("concat:a|b", "check the name")]
    [InlineData("gopher://host", "begins with one of")]
    [InlineData("screen:big", "640x480+100+50")]
    [InlineData("no-such-file.mp4", "check the name")]
    public void What_names_nothing_is_refused_with_what_would_do(string text, string words) =>
        Assert.Contains(words, Assert.Throws<UserException>(() => SourceAddress.Parse(text)).Message, StringComparison.Ordinal);

    private static string Line(SourceAddress address, CaptureSystem system) => string.Join(' ', FfmpegArguments.For(address, Usual, system, ":7"));
}
