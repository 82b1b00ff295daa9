using System.Diagnostics;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>Ranks that are asked to end save and end well. Ranks that are killed are the subject of a campaign.</summary>
public sealed class StoppedRanksTests : IDisposable
{
    private readonly RankedRun _run = new();

    public void Dispose() => _run.Dispose();

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
