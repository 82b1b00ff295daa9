using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.Ranks;
using HostRequirements = Pix2Pix.Realtime.Tests.Shared.HostTests;

namespace Pix2Pix.Realtime.Training.Tests.Host;

/// <summary>A client starts a run on two ranks like any other.</summary>
public sealed class RankedRunTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    public RankedRunTests() => HostRequirements.Require("mpirun");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_watched_paused_exported_stopped_and_resumed_over_the_wire()
    {
        await using var process = await HostProcess.StartAsync();
        await process.Host.StartAsync(Request(resume: false, "training.steps=100000"), Cancel);
        Assert.Contains("2 ranks with 2 pairs a step", (await process.WaitForAsync<RunStarted>()).Words, StringComparison.Ordinal);
        await process.WaitForAsync<StepDone>();
        await process.Host.PauseAsync(Cancel);
        Assert.Equal(HostActivity.Paused, (await process.Host.StateAsync(Cancel)).Activity);
        await process.Host.ResumeAsync(Cancel);
        await process.Host.ThrottleAsync(0.9, Cancel);
        await process.Host.SnapshotAsync(Cancel);
        Assert.True(File.Exists((await process.WaitForAsync<SnapshotReady>()).File));
        await process.Host.StopAsync(Cancel);
        var stopped = (await process.WaitForAsync<RunFinished>()).Step;
        Assert.True(stopped > 0);
        Assert.Equal(HostActivity.Idle, (await process.Host.StateAsync(Cancel)).Activity);

        await process.Host.StartAsync(Request(resume: true, $"training.steps={stopped + 3}"), Cancel);
        await process.WaitForAsync<RunStarted>(started => started.Step == stopped);
        await process.WaitForAsync<RunFinished>(finished => finished.Step == stopped + 3);
        Assert.Equal(0, await process.CloseAsync());
    }

    [Fact]
    public async Task A_start_that_fails_is_answered_with_the_ranks_sentence_and_a_killed_rank_is_a_failed_run()
    {
        await using var process = await HostProcess.StartAsync();
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => process.Host.StartAsync(Request(resume: false, "generator.depth=7", "data.crop_size=96", "data.load_size=96"), Cancel));
        Assert.Contains("Expected data.crop_size to be a multiple", fault.Message, StringComparison.Ordinal);

        await process.Host.StartAsync(Request(resume: false, "training.steps=100000"), Cancel);
        await process.WaitForAsync<StepDone>();
        RankProcess.Find(rank: 1, $"PIX2PIX_PARENT={process.Id}\0").Kill();
        Assert.Matches("rank 1 on .* was killed", (await process.WaitForAsync<RunFailed>()).Words);
        Assert.Equal(0, await process.CloseAsync());
    }

    private RunRequest Request(bool resume, params string[] overrides) => new(new SmallRun(_folder, ["training.ranks=2", "training.threads=1", .. overrides]).Settings.ToYaml(), resume);
}
