using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.Tests.Hosting;

/// <summary>A host that trains nothing: what is under test is the wire.</summary>
internal sealed class EchoHost : ITrainingHost
{
    public static readonly byte[] Payload = [.. Enumerable.Range(0, 3_000_000).Select(i => unchecked((byte)(i * 31)))];

    public static readonly TrainingEvent[] Events =
    [
        new RunStarted(0, "a", "/runs/a", 9, 270, "U-Net"),
        new StepDone(1, new Losses(0.1, 0.2, 0.3, 0.4), 4.5, 6),
        new SampleSheetDrawn(1, "/runs/a/samples/1.png"),
        new ValidationDone(1, 0.16),
        new HealthNoticed(1, false, "The discriminator wins."),
        new SnapshotReady(1, "/runs/a/snapshots/1.onnx"),
        new CheckpointSaved(1, "/runs/a/checkpoints/1"),
        new RunFailed(1, "The disk is full."),
        new RunFinished(9, "Done."),
    ];

    private string _settings = "";

    public event EventHandler<TrainingEvent>? Happened;

    public Task StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        _settings = request.Settings;
        foreach (var happened in Events)
        {
            Happened?.Invoke(this, happened);
        }

        return Task.CompletedTask;
    }

    public Task PauseAsync(CancellationToken cancellationToken) => throw new UserException("Expected a run to pause, found none.");

    public Task ResumeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ThrottleAsync(double share, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SnapshotAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<HostState> StateAsync(CancellationToken cancellationToken) => Task.FromResult(new HostState(HostActivity.Training, _settings, 7, 9));

    public Task<FolderListing> BrowseAsync(string folder, CancellationToken cancellationToken) => Task.FromResult(new FolderListing(folder, [], []));

    public Task<DatasetReport> CheckDatasetAsync(string settings, CancellationToken cancellationToken) =>
        Task.FromResult(new DatasetReport(0, 0, settings, [], [], []));

    public async Task<string> ReceiveDatasetAsync(string name, int files, Stream archive, CancellationToken cancellationToken)
    {
        await archive.CopyToAsync(Stream.Null, cancellationToken);
        return name;
    }

    public Task<IReadOnlyList<RunInfo>> RunsAsync(string folder, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RunInfo>>([]);

    public Task<Stream> OpenAsync(string file, CancellationToken cancellationToken) => Task.FromResult<Stream>(new MemoryStream(Payload));
}
