using Pix2Pix.Realtime.App.Tests.Live;

namespace Pix2Pix.Realtime.App.Tests.Testing;

/// <summary>The verb as a person runs it, on pairs that the program draws.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    [Fact]
    public void Every_pair_is_measured_and_shown()
    {
        Assert.Equal(0, _run.Run("data", "synth", "--count", "20", "--size", "64", "-o", _run.At("set")).ExitCode);
        var (code, output, errors) = _run.Run(
            "test", "--model", _run.Model, "--data", _run.At("set"), "--page", _run.At("page.html"), "--sheet", _run.At("sheet.png"));
        Assert.True(code == 0, errors);
        var pairs = Directory.GetFiles(_run.At("set/val")).Length;
        Assert.Contains($"mean of {pairs}", output, StringComparison.Ordinal);
        Assert.Contains("not comparable with Inception FID", output, StringComparison.Ordinal);
        var page = File.ReadAllText(_run.At("page.html"));
        Assert.Equal(pairs, page.Split("<figure").Length - 1);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.True(File.Exists(_run.At("sheet.png")));
    }

    [Theory]
    [InlineData(2, "--model FILE and --run FOLDER", "--data", "x")]
    [InlineData(2, "--data", "--model", "x.onnx")]
    [InlineData(1, "found no file", "--model", "x.onnx", "--data", "x")]
    [InlineData(1, "snapshot", "--run", "nowhere", "--data", "x")]
    public void A_wrong_command_is_one_sentence(int exitCode, string expected, params string[] arguments)
    {
        var (code, _, errors) = _run.Run(["test", .. arguments]);
        Assert.Equal(exitCode, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
