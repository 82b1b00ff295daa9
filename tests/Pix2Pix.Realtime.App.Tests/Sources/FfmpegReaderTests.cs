using System.Diagnostics;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>Real ffmpeg processes; nothing here depends on how fast they are.</summary>
public sealed class FfmpegReaderTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly SourceOptions Small = new() { Size = new PixelSize(32, 32) };

    /// <summary>A person's patience, shortened.</summary>
    private static readonly ReaderTimeouts Short = new() { Silence = TimeSpan.FromSeconds(3), BeforeReopening = TimeSpan.FromSeconds(0.1) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_video_of_one_colour_arrives_in_that_colour_and_loops()
    {
        Ffmpeg.Require();
        var path = _folder.File("red.mpg");
        Ffmpeg.MakeVideo(path, "red", seconds: 0.4);
        using var reader = Open(path);

        // Ten pictures are in the file: more than that can only come out of a second round.
        for (var taken = 0; taken < 15; taken++)
        {
            Next(reader);
        }

        var picture = reader.Frame.Picture;
        Assert.Equal((32, 32), (picture.Width, picture.Height));
        Assert.True(picture.Rgba[0] > 200 && picture.Rgba[1] < 60 && picture.Rgba[2] < 60 && picture.Rgba[3] == 255, $"red became {string.Join(' ', picture.Rgba[..4])}");
        Assert.Equal(SourceState.Playing, reader.Watch().State);
    }

    [Fact]
    public void A_camera_moves()
    {
        Ffmpeg.Require();
        using var plain = Open("test");
        Next(plain);
        var first = plain.Frame.Picture.Rgba.ToArray();
        do
        {
            Next(plain);
        }
        while (plain.Frame.Picture.Rgba.AsSpan().SequenceEqual(first));
    }

    [Fact]
    public void A_stream_that_is_cut_is_said_to_be_away_and_comes_back()
    {
        Ffmpeg.Require();
        using var server = Serve(fallsSilent: false);
        using var reader = Open(server.Address);
        Next(reader);
        var words = Until(reader, SourceState.Reconnecting);
        Assert.Contains("went away", words, StringComparison.Ordinal);
        Until(reader, SourceState.Playing);
        Assert.True(server.Calls >= 2);
    }

    [Fact]
    public void A_stream_that_falls_silent_is_lost_and_then_given_up_and_called_again()
    {
        Ffmpeg.Require();
        using var server = Serve(fallsSilent: true);
        using var reader = Open(server.Address);
        Next(reader);
        Assert.Contains("no new frame", Until(reader, SourceState.Lost), StringComparison.Ordinal);
        Until(reader, SourceState.Reconnecting);
        Until(reader, SourceState.Playing);
    }

    [Fact]
    public void A_corrupt_video_fails_with_what_ffmpeg_says()
    {
        Ffmpeg.Require();
        var path = _folder.File("broken.mp4");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 5000).Select(i => unchecked((byte)(i * 31 / 7)))]);
        using var reader = Open(path);
        Assert.Contains("Invalid data", Until(reader, SourceState.Failed), StringComparison.Ordinal);
        Assert.False(reader.TryTake());
    }

    [Fact]
    public void A_file_without_pictures_is_said_to_have_none()
    {
        Ffmpeg.Require();
        var path = _folder.File("sound.mkv");
        Ffmpeg.MakeSound(path);
        using var reader = Open(path);
        Assert.Contains("it contains no video", Until(reader, SourceState.Failed), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ffmpeg_a_sentence_says_what_to_install()
    {
        using var reader = new FfmpegReader(SourceAddress.Parse("test"), Small with { Program = _folder.File("no-ffmpeg") }, () => { });
        Assert.Contains("install ffmpeg", Until(reader, SourceState.Failed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_of_which_nothing_comes_in_time_is_not_said_to_be_unreadable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is a shell script");
        var (video, silent) = (_folder.File("slow.mpg"), _folder.File("silent.sh"));
        File.WriteAllText(video, "never read");
        File.WriteAllText(silent, "#!/bin/sh\nexec sleep 60\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(silent, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var reader = new FfmpegReader(SourceAddress.Parse(video), Small with { Program = silent }, () => { }, Short with { Opening = TimeSpan.FromSeconds(0.5) });
        Assert.Contains("Expected a frame of 'slow.mpg' within 0.5 s", Until(reader, SourceState.Failed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_camera_that_is_not_there_is_tried_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "v4l2 is Linux's");
        Ffmpeg.Require();
        using var reader = Open("camera:/dev/no-such-camera");
        Assert.Equal("the camera /dev/no-such-camera can't be opened (there is no /dev/no-such-camera); retrying every 0.1 s", Until(reader, SourceState.Reconnecting));
    }

    [Fact]
    public void A_camera_that_appears_late_plays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the program is a shell script");
        Ffmpeg.Require();

        // A camera that is plugged in later, for a machine without any: ffmpeg as it complains until then, and its test source afterwards.
        var (plugged, program) = (_folder.File("plugged"), _folder.File("camera.sh"));
        File.WriteAllText(program, $"#!/bin/sh\n[ -e {plugged} ] || {{ echo '[video4linux2,v4l2 @ 0x55d] Cannot open video device /dev/video7: No such file or directory' >&2; echo '/dev/video7: No such file or directory' >&2; exit 1; }}\n"
            + "exec ffmpeg -loglevel error -re -f lavfi -i testsrc2=size=64x64:rate=30 -f rawvideo -pix_fmt rgba pipe:1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var reader = new FfmpegReader(SourceAddress.Parse("camera:7"), Small with { Program = program }, () => { }, Short);
        Assert.Equal("the camera 7 can't be opened (there is no /dev/video7); retrying every 0.1 s", Until(reader, SourceState.Reconnecting));
        File.WriteAllText(plugged, "");
        Assert.Equal("the camera 7 plays", Until(reader, SourceState.Playing));
        Next(reader);
    }

    [Fact]
    public void Disposing_leaves_no_process_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "children are found through /proc");
        Ffmpeg.Require();
        var path = _folder.File("kept.mpg");
        Ffmpeg.MakeVideo(path, "blue", seconds: 1);
        var reader = Open(path);
        Next(reader);
        Assert.Equal(1, ProcessesThatName(path));
        reader.Dispose();
        Assert.Equal(0, ProcessesThatName(path));
    }

    private LoopbackStream Serve(bool fallsSilent)
    {
        var path = _folder.File("stream.ts");
        Ffmpeg.MakeStream(path, seconds: 6);
        return new LoopbackStream(File.ReadAllBytes(path), fallsSilent);
    }

    private static FfmpegReader Open(string source) => new(SourceAddress.Parse(source), Small, () => { }, Short);

    private static void Next(FfmpegReader reader)
    {
        var start = Stopwatch.GetTimestamp();
        while (!reader.TryTake())
        {
            Assert.False(reader.Watch().IsOver, reader.Watch().Words);
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"no picture came: {reader.Watch().Words}");
            reader.Wait(TimeSpan.FromSeconds(0.1));
        }
    }

    private static string Until(FfmpegReader reader, SourceState state)
    {
        var start = Stopwatch.GetTimestamp();
        while (reader.Watch().State != state)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"it never became {state}: {reader.Watch().Words}");

            // Taken as the program takes them, so that a picture that waits does not end the next wait at once.
            reader.TryTake();
            reader.Wait(TimeSpan.FromSeconds(0.02));
        }

        return reader.Watch().Words;
    }

    private static int ProcessesThatName(string path) => Directory.EnumerateDirectories("/proc").Count(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains($"file:{path}", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
