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
    [InlineData(1, "README.md", "generator.start_from=README.md", "training.precision=fp32")]
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
    public async Task Libtorch_does_not_talk_in_between()
    {
        using var folder = new TemporaryFolder();
        var (code, said) = await TrainingProcess.RunAsync([.. TrainingProcess.SmallRun(folder.Path), "training.steps=2", "training.threads=1"]);
        Assert.Equal(0, code);
        Assert.DoesNotContain(".cpp:", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kill -INT {0}")]
    [InlineData("kill -INT {0}; kill -INT {0}")]
    public async Task Ctrl_C_finishes_the_step_saves_and_ends_well_also_where_a_launcher_sends_it_twice(string signals)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var folder = new TemporaryFolder();
        var (code, rest) = await EndedBy(signals, folder);
        Assert.Equal(0, code);
        Assert.Contains("--resume", rest, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.Path, "quick", "checkpoints")));
    }

    [Fact]
    public async Task A_second_Ctrl_C_ends_at_once_and_is_no_fault_of_the_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var folder = new TemporaryFolder();

        // The save may be over before the second one comes.
        var (code, rest) = await EndedBy("kill -INT {0}; sleep 0.12; kill -INT {0}", folder);
        Assert.Contains(code, (int[])[0, 130]);
        Assert.DoesNotContain("bug", rest, StringComparison.Ordinal);
    }

    /// <summary>Sends signals to a run at its step 25.</summary>
    /// <param name="signals">For a shell; {0} is the process.</param>
    private static async Task<(int ExitCode, string Errors)> EndedBy(string signals, TemporaryFolder folder)
    {
        using var process = TrainingProcess.Start([.. TrainingProcess.SmallRun(folder.Path), "training.steps=100000"]);
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("step 25", StringComparison.Ordinal))
        {
        }

        using (var shell = Process.Start("sh", ["-c", signals.Replace("{0}", $"{process.Id}", StringComparison.Ordinal)]))
        {
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, rest);
    }
}
