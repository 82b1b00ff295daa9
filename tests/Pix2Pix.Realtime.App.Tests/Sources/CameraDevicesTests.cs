using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Sources;

public sealed class CameraDevicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cameras_are_listed_by_number_and_found_by_a_part_of_their_name()
    {
        File.WriteAllText(_folder.File("video10", "name"), "Capture Card\n");
        File.WriteAllText(_folder.File("video2", "name"), "HD Webcam: HD\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "video3"));
        Assert.Equal([("/dev/video2", "HD Webcam: HD"), ("/dev/video3", ""), ("/dev/video10", "Capture Card")], CameraDevices.List(_folder.Path));
        Assert.Equal("/dev/video10", CameraDevices.Find("capture", _folder.Path));
        Assert.Null(CameraDevices.Find("phone", _folder.Path));
        Assert.Empty(CameraDevices.List(Path.Combine(_folder.Path, "nowhere")));
    }

    [Fact]
    public void A_camera_that_nobody_knows_by_that_name_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere ffmpeg knows the names");
        Assert.Contains("'no camera is called this'", Assert.Throws<UserException>(() => SourceAddress.Parse("camera:no camera is called this")).Message, StringComparison.Ordinal);
    }
}
