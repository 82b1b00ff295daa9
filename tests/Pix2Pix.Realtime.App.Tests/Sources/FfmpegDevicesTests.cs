using Pix2Pix.Realtime.App.Sources;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>Texts in the shapes that ffmpeg's two listings have.</summary>
public sealed class FfmpegDevicesTests
{
    [Fact]
    public void Newer_dshow_says_of_each_device_what_it_is() => Assert.Equal(["HD Webcam", "Virtual Camera (2)"], FfmpegDevices.Cameras("""
        [dshow @ 000001d2] "HD Webcam" (video)
        [dshow @ 000001d2]   Alternative name "@device_pnp_usb#vid"
        [dshow @ 000001d2] "Virtual Camera (2)" (none)
        [dshow @ 000001d2] "Microphone Array" (audio)
        [dshow @ 000001d2]   Alternative name "@device_cm_wave"
        dummy: Immediate exit requested
        """));

    [Fact]
    public void Older_dshow_and_avfoundation_have_headings()
    {
        Assert.Equal(["HD Webcam"], FfmpegDevices.Cameras("""
            [dshow @ 0326] DirectShow video devices (some may be both video and audio devices)
            [dshow @ 0326]  "HD Webcam"
            [dshow @ 0326] DirectShow audio devices
            [dshow @ 0326]  "Microphone"
            """));
        Assert.Equal(["FaceTime HD Camera", "Capture screen 0"], FfmpegDevices.Cameras("""
            [AVFoundation indev @ 0x7f8] AVFoundation video devices:
            [AVFoundation indev @ 0x7f8] [0] FaceTime HD Camera
            [AVFoundation indev @ 0x7f8] [1] Capture screen 0
            [AVFoundation indev @ 0x7f8] AVFoundation audio devices:
            [AVFoundation indev @ 0x7f8] [0] Built-in Microphone
            : Input/output error
            """));
        Assert.Empty(FfmpegDevices.Cameras("ffmpeg: command not understood"));
    }

    [Fact]
    public void Each_system_is_asked_in_its_own_way()
    {
        Assert.Equal("-hide_banner -list_devices true -f dshow -i dummy", string.Join(' ', FfmpegDevices.Listing(CaptureSystem.Windows)));
        Assert.Contains("avfoundation", FfmpegDevices.Listing(CaptureSystem.MacOS));
    }
}
