using System.Diagnostics;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>Ranks that are ended from outside lose no checkpoint, and keep no other rank waiting.</summary>
public sealed class LostRankTests : IDisposable
{
    /// <summary>As long as the others may go on without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly RankedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_killed_rank_ends_the_others_with_a_sentence_and_a_whole_checkpoint_to_go_on_from(int killed)
    {
        using var process = TrainingProcess.Start(_run.Train("lost", "training.ranks=2", "training.steps=100000"));
        _ = process.StandardOutput.ReadToEndAsync();
        await RankedRun.ReadUntilAsync(process, ": checkpoint ");
        _run.Rank(killed).Kill();
        using var patience = new CancellationTokenSource(Patience);
        var said = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"rank {killed}", said, StringComparison.Ordinal);
        Assert.Contains("go on with --resume", said, StringComparison.Ordinal);
        var saved = _run.Newest("lost").Header.Step;
        Assert.True(saved > 0);

        await _run.TrainAsync(2, "lost", $"training.steps={saved + 3}", "--resume");
        Assert.Equal(saved + 3, _run.Newest("lost").Header.Step);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("USR1")]
    public async Task A_signal_to_the_program_that_starts_the_ranks_saves_and_ends_well(string signal)
    {
        using var process = TrainingProcess.Start(_run.Train("stopped", "training.ranks=2", "training.steps=100000", "output.checkpoint_every=100000"));
        var (code, said) = await EndedBy(signal, process);
        Assert.True(code == 0, said);
        Assert.True(_run.Newest("stopped").Header.Step > 0);
    }

    [Fact]
    public async Task SIGTERM_to_mpirun_saves_where_it_leaves_the_ranks_the_time()
    {
        string[] line = _run.Train("stopped", "training.steps=100000", "output.checkpoint_every=100000");
        using var process = RankedRun.Launch(["--mca", "odls_base_sigkill_timeout", "15", "-n", "2", "dotnet", TrainingProcess.Program, .. line]);
        var (_, said) = await EndedBy("TERM", process);
        Assert.Contains("rank 0 saves", said, StringComparison.Ordinal);
        Assert.True(_run.Newest("stopped").Header.Step > 0);
    }

    private static async Task<(int ExitCode, string Said)> EndedBy(string signal, Process process)
    {
        _ = process.StandardOutput.ReadToEndAsync();
        await RankedRun.ReadUntilAsync(process, "step 1:");
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
