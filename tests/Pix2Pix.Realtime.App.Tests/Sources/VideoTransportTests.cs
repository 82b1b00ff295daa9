using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>A real video that is red for two seconds and then blue.</summary>
public sealed class VideoTransportTests : IDisposable
{
    private const double Half = 2;

    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_video_is_held_and_plays_on_from_another_place()
    {
        Ffmpeg.Require();
        Ffmpeg.MakeVideo(_run.At("red.mpg"), "red", Half);
        Ffmpeg.MakeVideo(_run.At("blue.mpg"), "blue", Half);
        Ffmpeg.Run("-y", "-i", _run.At("red.mpg"), "-i", _run.At("blue.mpg"), "-filter_complex", "concat=n=2:v=1", "-c:v", "mpeg2video", "-q:v", "2", _run.At("both.avi"));
        using var live = new OffscreenSession(_run.Model, scene: null, new PixelSize(640, 360), LiveClock.Stepped, source: _run.At("both.avi"));
        var source = live.Find<SourceComponent>()!;
        Assert.True(IsRed(Next(live, source)));
        source.Hold(Half + 1);
        var version = source.Version;
        live.Loop.Frame();
        live.Loop.Frame();
        Assert.Equal((version, true, true, Half + 1), (source.Version, source.IsOn, source.Transport.IsHeld, source.Transport.Position));
        Assert.NotNull(source.Picture);
        source.Seek(source.Transport.Position);
        Assert.False(IsRed(Next(live, source)));
        source.Seek(0);
        Assert.True(IsRed(Next(live, source)));
        source.Switch(false);
        Assert.False(source.IsOn);
        Assert.Null(source.Picture);
    }

    private static PixelImage Next(OffscreenSession live, SourceComponent source)
    {
        var version = source.Version;
        do
        {
            live.Loop.Frame();
        }
        while (source.Picture is null || source.Version == version);
        return source.Picture;
    }

    private static bool IsRed(PixelImage picture) => picture.Rgba[0] > picture.Rgba[2];
}
