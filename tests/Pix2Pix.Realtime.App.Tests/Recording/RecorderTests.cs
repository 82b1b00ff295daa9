using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Recording;

/// <summary>The real program, real ffmpeg, and ffprobe as the judge.</summary>
public sealed class RecorderTests : IDisposable
{
    /// <summary>Pixels around a picture in its area.</summary>
    private const int Margin = 8;

    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("out.mp4", "h264", 30)]
    [InlineData("out.mkv", "h264", 30)]
    [InlineData("out.gif", "gif", 20)]
    public void A_recording_has_the_pictures_that_were_seen_at_its_rate(string name, string codec, int pictures)
    {
        Ffmpeg.Require();
        var (code, _, errors) = Live("--record", _run.At(name), "--view", "translation");
        Assert.True(code == 0, errors);
        Assert.Equal($"{codec},64,64,{pictures}", Ffmpeg.Probe(_run.At(name), "stream=codec_name,width,height,nb_read_frames"));

        // The last picture of the recording is the picture on the screenshot.
        Ffmpeg.Run("-i", _run.At(name), "-update", "1", "-y", _run.At("last.png"));
        var (last, shot) = (ImageFile.Load(_run.At("last.png")), ImageFile.Load(_run.At("shot.png")));
        foreach (var (right, down) in ((int, int)[])[(-1, -1), (1, -1), (-1, 1), (1, 1)])
        {
            // A quarter of the picture's side on the screenshot: the picture fills the area's height but for its margin.
            var quarter = (Area()[3] - (2 * Margin)) / 4;
            var shown = Mean(shot, Area()[0] + (Area()[2] / 2) + (right * quarter), Area()[1] + (Area()[3] / 2) + (down * quarter), quarter / 2);
            var recorded = Mean(last, 32 + (right * 16), 32 + (down * 16), 8);
            Assert.True(shown.Zip(recorded).All(pair => Math.Abs(pair.First - pair.Second) < 12), $"shown {string.Join(' ', shown)}, recorded {string.Join(' ', recorded)}");
        }
    }

    [Fact]
    public void A_file_that_exists_is_refused_at_the_command_line_and_stays()
    {
        File.WriteAllText(_run.At("out.mp4"), "precious");
        var (code, _, errors) = Live("--record", _run.At("out.mp4"));
        Assert.Equal(1, code);
        Assert.Contains("choose another name", errors, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(_run.At("out.mp4")));
    }

    [Fact]
    public void A_key_begins_and_ends_a_recording_while_the_program_goes_on_and_a_stop_of_the_program_keeps_the_second()
    {
        Ffmpeg.Require();
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--source", "test");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360");
        display.Do("key", "ctrl+r");
        var first = _run.WaitFor(program, "recording").GetProperty("to").GetString()!;
        Frames(20);
        display.Do("key", "ctrl+r");
        Assert.True(_run.WaitFor(program, "recorded").GetProperty("pictures").GetInt64() > 5);

        // As large as the window shows it.
        var layout = _run.Newest("layout", _ => true)!.Value;
        var side = 2 * (int)Math.Round(64 * layout.GetProperty("picture").GetProperty("scale").GetDouble() / 2);
        Assert.True(side > 300, $"the window shows {side} pixels");
        Assert.StartsWith($"h264,{side},{side},", Ffmpeg.Probe(first, "stream=codec_name,width,height,nb_read_frames"), StringComparison.Ordinal);
        Frames(5);
        display.Do("key", "ctrl+r");
        var second = _run.WaitFor(program, "recording").GetProperty("to").GetString()!;
        Assert.NotEqual(first, second);
        Frames(20);
        program.End();
        Assert.StartsWith("h264,", Ffmpeg.Probe(second, "stream=codec_name,width,height,nb_read_frames"), StringComparison.Ordinal);

        void Frames(int count)
        {
            for (var i = 0; i < count; i++)
            {
                _run.WaitFor(program, "frame");
            }
        }
    }

    [Fact]
    public void On_a_full_disk_it_says_so_the_program_goes_on_and_what_was_recorded_plays()
    {
        Ffmpeg.Require();
        using var folder = new TemporaryFolder();
        using var disk = SmallDisk.Mount(folder);
        using var big = new LiveRun();
        var path = disk.File("out.gif");
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--model", big.Model, "--frames", "400", "--log", _run.Log, "--screenshot", _run.At("shot.png"), "--source", "test", "--record", path);
        Assert.Equal(1, code);
        Assert.Contains("No space left", errors, StringComparison.Ordinal);
        Assert.Contains(_run.Events("notice"), one => one.GetProperty("sentence").GetString()!.Contains("No space left", StringComparison.Ordinal));
        Assert.True(_run.Events("translation").Last().GetProperty("t").GetDouble() > _run.Events("recorded").Single().GetProperty("t").GetDouble(), "the program stopped with the recording");
        Assert.StartsWith("gif,256,256,", Ffmpeg.Probe(path, "stream=codec_name,width,height,nb_read_frames"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ffmpeg_a_sentence_says_so()
    {
        var scene = File.ReadAllText(Realtime.Files.ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml"));
        File.WriteAllText(_run.At("no-ffmpeg.scene.yaml"), scene.Replace("[Recorder, Osc]", $"[{{ Recorder: {{ recording: true, ffmpeg: {_run.At("nothing")} }} }}]", StringComparison.Ordinal)
            .Replace(", start: facade.strokes.yaml", "", StringComparison.Ordinal));
        var (code, _, errors) = Live("--scene", _run.At("no-ffmpeg.scene.yaml"), "--trust");
        Assert.Equal(1, code);
        Assert.Contains("install ffmpeg", errors, StringComparison.Ordinal);
        Assert.Single(_run.Events("notice"), one => one.GetProperty("sentence").GetString()!.Contains("install ffmpeg", StringComparison.Ordinal));
    }

    private (int ExitCode, string Output, string Errors) Live(params string[] arguments) => _run.Run(
        ["live", "--headless", "--model", _run.Model, "--frames", "61", "--log", _run.Log, "--screenshot", _run.At("shot.png"), .. arguments]);

    /// <summary>Pixels on the screenshot: left, top, width, height of what shows the translation.</summary>
    private int[] Area() => [.. _run.Events("layout").Last().GetProperty("translation").EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>The mean colour of a square, for a codec keeps colours only for blocks of pixels.</summary>
    private static double[] Mean(PixelImage image, int x, int y, int reach)
    {
        var sums = new double[3];
        for (var row = y - reach; row < y + reach; row++)
        {
            for (var i = 0; i < 2 * reach * 4; i++)
            {
                if (i % 4 < 3)
                {
                    sums[i % 4] += image.Row(row)[((x - reach) * 4) + i];
                }
            }
        }

        return [.. sums.Select(sum => sum / (4 * reach * reach))];
    }
}
