using Pix2Pix.Realtime.App.Recording;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Recording;

public sealed class RecordingTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rtmp://host/live", "-tune zerolatency -f flv rtmp://host/live")]
    [InlineData("udp://127.0.0.1:1234", "-tune zerolatency -f mpegts udp://127.0.0.1:1234")]
    [InlineData("srt://host:9", "-tune zerolatency -f mpegts srt://host:9")]
    [InlineData("/dev/video9", "-i pipe:0 -vf pad=ceil(iw/2)*2:ceil(ih/2)*2 -pix_fmt yuv420p -f v4l2 /dev/video9")]
    [InlineData("/dev/v4l/by-id/usb-card-video-index0", "-pix_fmt yuv420p -f v4l2 /dev/v4l/by-id/usb-card-video-index0")]
    [InlineData("clip.mp4", "-g 25 -movflags frag_keyframe+empty_moov+default_base_moof -n file:clip.mp4")]
    [InlineData("clip.gif", "palettegen=stats_mode=single[p];[b][p]paletteuse=new=1 -n file:clip.gif")]
    [InlineData("clip.webm", "-pix_fmt yuv420p -n file:clip.webm")]
    public void Each_target_has_its_own_way_and_no_file_is_overwritten(string place, string end)
    {
        var line = string.Join(' ', new RecordingTarget(place).Arguments(new PixelSize(256, 128), 25));
        Assert.Contains("-f rawvideo -pix_fmt rgba -video_size 256x128 -framerate 25 -i pipe:0 ", line, StringComparison.Ordinal);
        Assert.EndsWith(end, line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_may_be_larger_than_its_pictures_and_a_device_may_have_other_pixels()
    {
        var form = new RecordedForm(new PixelSize(1080, 540)) { Pixels = DevicePixels.Yuyv422 };
        var device = string.Join(' ', new RecordingTarget("/dev/video9").Arguments(new PixelSize(256, 128), 25, form));
        Assert.EndsWith("-vf scale=1080:540:flags=lanczos,pad=ceil(iw/2)*2:ceil(ih/2)*2 -pix_fmt yuyv422 -f v4l2 /dev/video9", device, StringComparison.Ordinal);
        var same = string.Join(' ', new RecordingTarget("clip.mp4").Arguments(new PixelSize(256, 128), 25, new RecordedForm(new PixelSize(256, 128))));
        Assert.DoesNotContain("scale=", same, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, 256, 2.6f, 666, 666)]
    [InlineData(256, 256, 0.5f, 256, 256)]
    [InlineData(512, 256, 30, 3840, 1920)]
    [InlineData(255, 101, 1, 256, 100)]
    public void A_recording_has_even_sides_is_no_smaller_than_its_pictures_and_ends_at_4K(int width, int height, float scale, int wide, int high) =>
        Assert.Equal(new PixelSize(wide, high), RecordedForm.Scaled(new PixelSize(width, height), scale));

    [Theory]
    [InlineData("-report://x")]
    [InlineData("file:///tmp/x.mp4")]
    [InlineData("tee://a|b")]
    [InlineData("concat://x")]
    [InlineData("-y://x")]
    [InlineData("://x")]
    public void An_address_that_ffmpeg_might_take_for_something_else_is_refused_with_those_that_are_not(string place) =>
        Assert.Contains("begins with one of rtmp://", Refusal(place), StringComparison.Ordinal);

    [Theory]
    [InlineData("/dev/video/../sda.mp4")]
    [InlineData("-y.mp4")]
    [InlineData("/dev/videos.mp4")]
    public void What_only_looks_like_a_device_or_an_option_is_a_file(string place)
    {
        var target = new RecordingTarget(place);
        Assert.True(target.IsFile);
        Assert.Equal($"file:{place}", target.Arguments(new PixelSize(2, 2), 1)[^1]);
    }

    [Theory]
    [InlineData("/dev/video4711")]
    [InlineData("/dev/v4l/by-id/nothing")]
    public void A_device_that_is_not_there_is_refused(string place) => Assert.Equal($"Expected a video device at '{place}', found none; load v4l2loopback, which makes one, or choose another.", Refusal(place));

    [Fact]
    public void A_file_that_exists_has_no_ending_or_no_folder_is_refused()
    {
        File.WriteAllText(_folder.File("there.mp4"), "");
        Assert.Contains("choose another name", Refusal(_folder.File("there.mp4")), StringComparison.Ordinal);
        Assert.Contains(".mp4", Refusal(_folder.File("nothing")), StringComparison.Ordinal);
        Assert.Contains("create it first", Refusal(Path.Combine(_folder.Path, "no", "clip.mp4")), StringComparison.Ordinal);
        Assert.True(RecordingTarget.Parse(_folder.File("new.mp4")).IsFile);
    }

    [Fact]
    public void A_new_file_never_takes_the_name_of_another()
    {
        var now = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);
        var first = RecordingTarget.New(_folder.Path, now).Place;
        Assert.Equal("pix2pix-20260102-030405.mp4", Path.GetFileName(first));
        File.WriteAllText(first, "");
        Assert.Equal("pix2pix-20260102-030405-2.mp4", Path.GetFileName(RecordingTarget.New(_folder.Path, now).Place));
    }

    private static string Refusal(string place) => Assert.Throws<UserException>(() => RecordingTarget.Parse(place)).Message;
}
