using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.CommandLine;

/// <summary>The training program's verbs, started by the app's own program as on Windows and in a packed folder.</summary>
public sealed class TrainingVerbTests : IDisposable
{
    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    private string[] Small => ["train", "--config", ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={_run.Folder}", "data.load_size=64", "data.crop_size=64", "generator.start_from=", "generator.width=4"];

    [Fact]
    public void They_run_there_with_the_same_words_and_the_same_exit_code()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        var (code, _, errors) = _run.Run([.. Small, "generator.widht=3"]);
        Assert.Equal(1, code);
        Assert.Contains("did you mean generator.width?", errors, StringComparison.Ordinal);
        Assert.Equal(0, _run.Run([.. Small, "training.steps=2"]).ExitCode);
        Assert.NotEmpty(Directory.GetFiles(_run.At("quick/checkpoints")));
    }

    [Fact]
    public async Task A_run_whose_starter_is_killed_saves_and_ends()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        using var app = _run.Start("", [.. Small, "training.steps=1000000", "output.checkpoint_every=1000000", "output.snapshot_every=1000000"]);
        while (await app.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("D real", StringComparison.Ordinal))
        {
        }

        app.Kill(entireProcessTree: false);

        // Its stderr is the worker's too: it ends with the last of both.
        await app.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(Directory.GetFiles(_run.At("quick/checkpoints")));
    }
}
