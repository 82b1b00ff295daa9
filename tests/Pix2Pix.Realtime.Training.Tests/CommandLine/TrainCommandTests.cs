using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Training.Tests.CommandLine;

public sealed class TrainCommandTests
{
    private static string Quick => ProjectFolder.Under("configs", "quick.yaml");

    [Theory]
    [InlineData(1, "did you mean generator.width?", "generator.widht=3")]
    [InlineData(1, "/nowhere", "data.root=/nowhere")]
    [InlineData(1, "multiple", "generator.depth=7", "data.crop_size=96", "data.load_size=96")]
    [InlineData(1, "data.load_size", "data.crop_size=256")]
    [InlineData(2, "nonsense", "--nonsense")]
    public async Task A_wrong_command_is_answered_with_one_sentence_and_nothing_is_made(int exitCode, string expected, params string[] wrong)
    {
        using var folder = new TemporaryFolder();
        var (code, said) = await TrainingProcess.RunAsync(["train", "--config", Quick, $"run.folder={folder.Path}", .. wrong]);
        Assert.Equal(exitCode, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Ctrl_C_finishes_the_step_saves_and_ends_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var folder = new TemporaryFolder();
        using var process = TrainingProcess.Start(
            "train", "--config", Quick, $"run.folder={folder.Path}", "data.load_size=64", "data.crop_size=64", "generator.start_from=", "generator.width=4", "training.steps=100000");
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("step 25", StringComparison.Ordinal))
        {
        }

        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("--resume", rest, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.Path, "quick", "checkpoints")));
    }
}
