using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Privacy;

/// <summary>Opening a scene, or a file in a folder that somebody else filled, starts nothing that came with it.</summary>
public sealed class SceneIsDataTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    public SceneIsDataTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are shell scripts");

    private string Mark => _run.At("it-ran");

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("Source: {{ from: test, ffmpeg: {0} }}", "Source.ffmpeg")]
    [InlineData("Recorder: {{ recording: true, to: r.mp4, ffmpeg: {0} }}", "Recorder.ffmpeg")]
    [InlineData("TrainingPanel: {{ host: {0} }}", "TrainingPanel.host")]
    public void A_scene_that_names_a_program_is_refused_with_its_place_unless_it_is_trusted(string component, string property)
    {
        var scene = Scene(string.Format(null, component, Program("evil.sh")));
        var (code, _, errors) = Live("--scene", scene);
        Assert.Equal(1, code);
        Assert.Matches($@"s\.scene\.yaml:1:\d+ {property}: expected no program to start in a scene, found ""[^""]*evil\.sh""; .*--trust", errors);
        Assert.False(File.Exists(Mark));
        if (property != "TrainingPanel.host")
        {
            Live("--scene", scene, "--trust");
            Assert.True(File.Exists(Mark));
        }
    }

    [Fact]
    public void What_the_person_names_is_started_wherever_it_is_named()
    {
        Live("--scene", Scene("Source: { from: test }"), "--ffmpeg", Program("mine.sh"));
        Assert.True(File.Exists(Mark));
        File.Delete(Mark);
        Directory.CreateDirectory(_run.At("config/pix2pix"));
        File.WriteAllText(_run.At("config/pix2pix/preferences.yaml"), $"programs: {{ ffmpeg: {_run.At("mine.sh")} }}\n");
        Live("--scene", Scene("Source: { from: test }"));
        Assert.True(File.Exists(Mark));
    }

    [Fact]
    public void A_program_of_the_current_folder_is_never_taken_for_one_on_the_path()
    {
        Ffmpeg.Require();
        Program("ffmpeg");
        var (code, _, errors) = Live("--scene", Scene("Source: { from: test }"));
        Assert.True(code == 0, errors);
        Assert.False(File.Exists(Mark));
    }

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("clip.m3u8")]
    public void A_playlist_opens_no_other_file(string name)
    {
        Ffmpeg.Require();
        Ffmpeg.MakeVideo(_run.At("secret.ts"), "red", seconds: 1);
        File.WriteAllText(_run.At(name), $"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{_run.At("secret.ts")}\n#EXT-X-ENDLIST\n");
        var (code, _, errors) = Live("--source", _run.At(name));
        Assert.Equal(1, code);
        Assert.Contains("Expected a video that ffmpeg can read in", errors, StringComparison.Ordinal);
        (code, _, errors) = _run.Run("translate", _run.At(name), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains(name, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipe.mp4", "found a named pipe; name a regular file.")]
    [InlineData("zero.mp4", "found a device; name a regular file.")]
    public void A_pipe_or_a_device_that_calls_itself_a_video_is_never_opened(string name, string words)
    {
        if (name == "pipe.mp4")
        {
            SpecialFile.Pipe(_run.At(name));
        }
        else
        {
            File.CreateSymbolicLink(_run.At(name), "/dev/zero");
        }

        var (code, _, errors) = Live("--source", _run.At(name));
        Assert.Equal(1, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        (code, _, errors) = _run.Run("translate", _run.At(name), "-o", _run.At("out.mp4"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_window_would_show_as_a_fault_is_said_and_fails_a_headless_run()
    {
        Ffmpeg.Require();
        File.WriteAllText(_run.At("broken.mp4"), "no video");
        var (code, _, errors) = Live("--source", _run.At("broken.mp4"));
        Assert.Equal(1, code);
        Assert.Contains("pix2pix: Expected a video that ffmpeg can read in", errors, StringComparison.Ordinal);
    }

    private string Scene(string component)
    {
        File.WriteAllText(_run.At("s.scene.yaml"), $"objects: [{{ components: [Translator, LabelCanvas, TranslationView, {component}] }}]");
        return _run.At("s.scene.yaml");
    }

    /// <summary>A program that leaves a mark when it runs.</summary>
    private string Program(string name)
    {
        File.WriteAllText(_run.At(name), $"#!/bin/sh\ntouch '{Mark}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_run.At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return _run.At(name);
    }

    private (int ExitCode, string Output, string Errors) Live(params string[] arguments) => _run.Run(
        ["live", "--headless", "--model", _run.Model, "--frames", "20", "--screenshot", _run.At("shot.png"), .. arguments]);
}
