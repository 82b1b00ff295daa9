using Pix2Pix.Realtime.App.Tests.CommandLine;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Compatibility;

/// <summary>Files of a version that does not exist yet: each is refused in one sentence, and none is changed.</summary>
public sealed class NewerFilesTests : IDisposable
{
    private readonly LiveRun _run = new(64);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("--scene", "paint.scene.yaml")]
    [InlineData("--strokes", "strokes.yaml")]
    public void A_scene_and_strokes_end_the_program_with_the_sentence(string option, string file)
    {
        File.WriteAllText(_run.At("newer.yaml"), $"format: 2\n{File.ReadAllText(Version010.Path(file))}");
        var (code, _, errors) = _run.Run(["live", "--headless", "--frames", "1", "--model", _run.Model, option, _run.At("newer.yaml")]);
        Assert.Equal(1, code);
        Assert.Equal($"pix2pix: Expected format 1 or older, found 2 in '{_run.At("newer.yaml")}'; update pix2pix to open it.", errors.Trim());
    }

    [Theory]
    [InlineData("2", "expected format 1 or older, found 2; update pix2pix to open it")]
    [InlineData("two", "expected a format number such as 1, found 'two'; correct it, or open an unchanged copy")]
    public async Task A_generator_is_refused_with_its_name(string number, string words)
    {
        var model = OnnxFile.Read(_run.Model);
        model.MetadataProps.Single(entry => entry.Key == "pix2pix.format").Value = number;
        OnnxFile.Write(_run.At("newer.onnx"), model);
        var verb = await Verb.RunAsync("translate", "--model", _run.At("newer.onnx"), Version010.Path("expected", "small.png"), "-o", _run.At("out.png"));
        Assert.Equal(1, verb.Code);
        Assert.Contains($"'{_run.At("newer.onnx")}' can't be used: {words}", verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Preferences_are_done_without_and_stay_as_they_are()
    {
        var (path, text) = (_run.At("config/pix2pix/preferences.yaml"), $"format: 2\n{File.ReadAllText(Version010.Path("preferences.yaml"))}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        _run.WaitFor(program, "notice", facts => facts.GetProperty("sentence").GetString() == $"Expected format 1 or older, found 2 in '{path}'; update pix2pix to open it.");
        program.End();
        Assert.Equal(text, File.ReadAllText(path));
    }
}
