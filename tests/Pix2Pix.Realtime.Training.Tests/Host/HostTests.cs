using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Training.Tests.Host;

public sealed class HostTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_run_is_started_watched_paused_resumed_and_stopped_over_the_wire()
    {
        await using var process = await HostProcess.StartAsync();
        await process.Host.StartAsync(Request("training.steps=100000"), Cancel);
        Assert.Equal(100_000, (await process.WaitForAsync<RunStarted>()).TotalSteps);
        await process.WaitForAsync<StepDone>();
        await process.Host.PauseAsync(Cancel);
        Assert.Equal(HostActivity.Paused, (await process.Host.StateAsync(Cancel)).Activity);
        await process.Host.ResumeAsync(Cancel);

        await process.Host.SnapshotAsync(Cancel);
        var snapshot = await process.WaitForAsync<SnapshotReady>();
        var copy = _folder.File("copy.onnx");
        await using (var stream = await process.Host.OpenAsync(snapshot.File, Cancel))
        await using (var file = File.Create(copy))
        {
            await stream.CopyToAsync(file, Cancel);
        }

        using (var generator = GeneratorLoader.Load(copy, new LoadOptions()))
        {
            Assert.Equal(snapshot.Step, generator.Info.Step);
        }

        await process.Host.StopAsync(Cancel);
        await process.WaitForAsync<RunFinished>();
        Assert.Equal(HostActivity.Idle, (await process.Host.StateAsync(Cancel)).Activity);
        Assert.Equal(0, await process.CloseAsync());
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_a_saved_run_and_no_orphan()
    {
        await using var process = await HostProcess.StartAsync();
        await process.Host.StartAsync(Request("training.steps=100000"), Cancel);
        await process.WaitForAsync<StepDone>(done => done.Step > 3);
        Assert.Equal(0, await process.CloseAsync());
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder.Path, "small", "checkpoints"), "*.ckpt"));
    }

    [Fact]
    public async Task A_refusal_comes_back_as_the_trainers_own_sentence_and_the_host_goes_on()
    {
        await using var process = await HostProcess.StartAsync();
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => process.Host.StartAsync(Request("data.root=/nowhere"), Cancel));
        Assert.Contains("/nowhere", fault.Message, StringComparison.Ordinal);
        fault = await Assert.ThrowsAnyAsync<Exception>(() => process.Host.StartAsync(new RunRequest("generator: { widht: 3 }", Resume: false), Cancel));
        Assert.Contains("did you mean generator.width?", fault.Message, StringComparison.Ordinal);
        fault = await Assert.ThrowsAnyAsync<Exception>(() => process.Host.PauseAsync(Cancel));
        Assert.Contains("found none", fault.Message, StringComparison.Ordinal);
        Assert.Equal(HostActivity.Idle, (await process.Host.StateAsync(Cancel)).Activity);
    }

    [Fact]
    public async Task Folders_and_datasets_of_the_hosts_machine_can_be_looked_at()
    {
        await using var process = await HostProcess.StartAsync();
        File.WriteAllText(_folder.File("set", "a.txt"), "");
        var listing = await process.Host.BrowseAsync(_folder.Path, Cancel);
        Assert.Equal(["set"], listing.Folders);
        var report = await process.Host.CheckDatasetAsync(Request().Settings, Cancel);
        Assert.Equal(3, report.Examples.Count);
        Assert.True(report.TrainingPairs > 0);
    }

    [Fact]
    public async Task Runs_on_the_hosts_disk_are_listed_with_where_they_would_go_on()
    {
        await using var process = await HostProcess.StartAsync();
        await process.Host.StartAsync(Request("training.steps=30", "output.checkpoint_every=10"), Cancel);
        await process.WaitForAsync<RunFinished>();
        Directory.CreateDirectory(_folder.File("no-run", "x"));
        var run = Assert.Single(await process.Host.RunsAsync(_folder.Path, Cancel));
        Assert.Equal(("small", 30L, 30L, true), (run.Name, run.Step, run.TotalSteps, run.IsDone));
        Assert.Contains("run:", run.Settings, StringComparison.Ordinal);
        Assert.Empty(await process.Host.RunsAsync(_folder.File("nowhere"), Cancel));
    }

    [Fact]
    public async Task A_dataset_is_sent_as_a_stream_and_can_be_trained_on_there()
    {
        SynthesizedFolder.Write(_folder.File("mine"), 10, 1, 64, PaletteFile.Load("cmp-facade"), () => { });
        Directory.CreateDirectory(_folder.File("far", "x"));
        await using var process = await HostProcess.StartAsync(Path.Combine(_folder.Path, "far"));
        var received = await process.Host.SendDatasetAsync(Path.Combine(_folder.Path, "mine"), Cancel);
        Assert.Equal(Path.Combine(_folder.Path, "far", "datasets", "mine"), received);
        var report = await process.Host.CheckDatasetAsync(Request($"data.root={received}").Settings, Cancel);
        Assert.Equal(10, report.TrainingPairs + report.ValidationPairs);
        Assert.EndsWith("mine-2", await process.Host.SendDatasetAsync(Path.Combine(_folder.Path, "mine"), Cancel), StringComparison.Ordinal);

        // What is cut on its way leaves nothing behind.
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => process.Host.ReceiveDatasetAsync("cut", 3, new MemoryStream(new byte[1024]), Cancel));
        Assert.Contains("expected 3 files, found 0", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => process.Host.ReceiveDatasetAsync("../out", 0, new MemoryStream(new byte[1024]), Cancel));
        Assert.Equal(["mine", "mine-2"], Directory.GetDirectories(Path.Combine(_folder.Path, "far", "datasets")).Select(Path.GetFileName).Order());
    }

    public void Dispose() => _folder.Dispose();

    private RunRequest Request(params string[] overrides) => new(new SmallRun(_folder, overrides).Settings.ToYaml(), Resume: false);
}
