using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Tuning;

/// <summary>A real window looks for the fastest way by itself, and only after it has shown a picture.</summary>
public sealed class TuningWindowTests : IDisposable
{
    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_first_window_measures_behind_its_first_picture_and_remembers()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log);
        var generator = _run.WaitFor(program, "generator");
        Assert.DoesNotContain("tuned", generator.GetProperty("runs").GetString(), StringComparison.Ordinal);
        _run.WaitFor(program, "translation");
        _run.WaitFor(program, "tuning");
        _run.WaitFor(program, "tuned");

        // One for the graph and one for the file.
        Assert.Equal(2, Directory.GetFiles(_run.At(Path.Combine("cache", "pix2pix", "runs")), "*.txt").Length);
    }

    [Fact]
    public void Bytes_that_are_ruled_out_are_not_tried()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--no-int8");
        _run.WaitFor(program, "tuned");
        Assert.StartsWith("floats: ", _run.Newest("choice", _ => true)?.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_run.At(Path.Combine("cache", "pix2pix", "runs"))));
    }

    [Theory]
    [InlineData("--no-tune")]
    [InlineData("--threads", "1")]
    public void Whoever_says_how_to_run_it_is_obeyed(params string[] how)
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, ["live", "--model", _run.Model, "--log", _run.Log, .. how]);
        _run.WaitFor(program, "translation");
        _run.WaitFor(program, "frame");
        Assert.Null(_run.Newest("tuning", _ => true));
    }
}
