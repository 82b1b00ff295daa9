using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>The real program with a source.</summary>
public sealed class SourceComponentTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("stepped")]
    [InlineData("real")]
    public void A_video_is_shown_where_the_painting_was_and_is_translated(string clock)
    {
        Ffmpeg.Require();
        Ffmpeg.MakeVideo(_run.At("red.mpg"), "red", seconds: 1);
        var (exitCode, _, errors) = Live("--source", _run.At("red.mpg"), "--clock", clock);
        Assert.True(exitCode == 0, errors);
        var (red, green, blue) = MiddleOfCanvas();
        Assert.True(red > 200 && green < 60 && blue < 60, $"red became {red} {green} {blue}");
        Assert.Contains(_run.Events("source"), one => one.GetProperty("state").GetString() == "Playing");
        Assert.True(_run.Events("translation").Count() > 2, "no pictures were translated");
    }

    [Fact]
    public void A_look_of_the_palette_leaves_only_its_colours()
    {
        Ffmpeg.Require();
        Ffmpeg.MakeVideo(_run.At("dim.mpg"), "0x300000", seconds: 1);
        var (exitCode, _, errors) = Live("--source", _run.At("dim.mpg"), "--look", "palette");
        Assert.True(exitCode == 0, errors);

        // The darkest red of the facades' palette is the shop's, 175 0 0.
        Assert.Equal((175, 0, 0), MiddleOfCanvas());
    }

    [Fact]
    public void In_a_Wayland_session_a_screen_comes_with_a_warning()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Wayland is Linux's");
        _run.Variables["XDG_SESSION_TYPE"] = "wayland";
        var (_, _, errors) = Live("--source", "screen");
        Assert.Contains("On Wayland a program can't read the screen by itself", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ffmpeg_a_headless_run_ends_with_a_sentence_that_says_why()
    {
        var scene = File.ReadAllText(Files.ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml"));
        File.WriteAllText(_run.At("no-ffmpeg.scene.yaml"), scene.Replace("from: canvas", $"from: test, ffmpeg: {_run.At("nothing")}", StringComparison.Ordinal)
            .Replace(", start: facade.strokes.yaml", "", StringComparison.Ordinal));
        var (exitCode, _, errors) = Live("--scene", _run.At("no-ffmpeg.scene.yaml"), "--trust");
        Assert.Equal(1, exitCode);
        Assert.Contains("install ffmpeg", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_names_nothing_is_refused_before_a_window_opens()
    {
        var (exitCode, _, errors) = Live("--source", _run.At("no-such.mp4"));
        Assert.Equal(1, exitCode);
        Assert.Contains("no-such.mp4", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_gives_the_painting_its_place_back_and_the_source_again()
    {
        Ffmpeg.Require();
        Ffmpeg.MakeVideo(_run.At("red.mpg"), "red", seconds: 1);
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--source", _run.At("red.mpg"));
        var canvas = _run.WaitForAll(program, ("layout", null), ("source", IsPlaying))[0].GetProperty("canvas");

        // A stroke on a picture that covers the painting paints nothing, which is said.
        display.Do("mousemove", $"{canvas[0].GetInt32() + (canvas[2].GetInt32() / 2)}", $"{canvas[1].GetInt32() + (canvas[3].GetInt32() / 2)}", "click", "1");
        _run.WaitFor(program, "notice", one => one.GetProperty("sentence").GetString()!.StartsWith("The live source covers your painting", StringComparison.Ordinal));
        display.Do("key", "c");
        _run.WaitFor(program, "source", one => one.GetProperty("state").GetString() == "Off");

        // The source is off, so what is translated now is the painting.
        _run.WaitFor(program, "translation");
        display.Do("key", "c");
        _run.WaitFor(program, "source", IsPlaying);

        static bool IsPlaying(JsonElement one) => one.GetProperty("state").GetString() == "Playing";
    }

    private (int ExitCode, string Output, string Errors) Live(params string[] arguments) => _run.Run(
        ["live", "--headless", "--model", _run.Model, "--frames", "12", "--log", _run.Log, "--screenshot", _run.At("shot.png"), .. arguments]);

    private (int Red, int Green, int Blue) MiddleOfCanvas()
    {
        var area = _run.Events("layout").First().GetProperty("canvas").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        var pixel = ImageFile.Load(_run.At("shot.png")).Row(area[1] + (area[3] / 2)).Slice((area[0] + (area[2] / 2)) * 4, 4);
        return (pixel[0], pixel[1], pixel[2]);
    }
}
