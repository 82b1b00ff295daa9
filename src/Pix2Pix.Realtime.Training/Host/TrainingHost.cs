using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>Answers a client's calls: one run at a time, on its own thread or on ranks. Thread contract: any thread.</summary>
internal sealed class TrainingHost : ITrainingHost
{
    /// <summary>Less than this share would be a pause.</summary>
    private const double SmallestShare = 0.05;

    private readonly object _gate = new();
    private IHostedRun? _run;
    private bool _isEnding;
    private HostState _state = new(HostActivity.Idle, "", 0, 0);

    public event EventHandler<TrainingEvent>? Happened;

    public async Task StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var text = Given(Given(request, nameof(request)).Settings, "settings");
        IHostedRun run;
        lock (_gate)
        {
            if (_isEnding)
            {
                throw new UserException(HostTexts.HostEnds);
            }

            if (_run is { IsOver: false })
            {
                throw new UserException(HostTexts.RunActive(_state.Run));
            }

            var settings = ConfigFile.Parse(TrainingSettings.Table, text, HostTexts.TheRequest, []);
            var plan = RunPlan.Make(settings, request.Resume, Console.Error.WriteLine);
            _run = run = plan.Settings.Get(TrainingSettings.Ranks) > 1 ? new RankedRun(plan, request.Resume, Hear) : new RunThread(plan, Hear);
        }

        await run.Started.WaitAsync(cancellationToken);
    }

    public Task PauseAsync(CancellationToken cancellationToken)
    {
        UnderWay("pause").Pause();
        Become(HostActivity.Paused);
        return Task.CompletedTask;
    }

    public Task ResumeAsync(CancellationToken cancellationToken)
    {
        UnderWay("resume").Continue();
        Become(HostActivity.Training);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var run = _run is { IsOver: false } found ? found : throw None("stop");
        run.Control.Stop();
        await run.Ended.WaitAsync(cancellationToken);
    }

    public Task ThrottleAsync(double share, CancellationToken cancellationToken)
    {
        if (!(share is >= SmallestShare and <= 1))
        {
            throw new UserException(HostTexts.Share(SmallestShare, share));
        }

        _run?.Control.Throttle(share);
        return Task.CompletedTask;
    }

    public Task SnapshotAsync(CancellationToken cancellationToken)
    {
        UnderWay("export").RequestSnapshot();
        return Task.CompletedTask;
    }

    public Task<HostState> StateAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_state);
        }
    }

    public Task<FolderListing> BrowseAsync(string folder, CancellationToken cancellationToken) => Task.FromResult(HostFiles.List(Given(folder, nameof(folder))));

    public Task<DatasetReport> CheckDatasetAsync(string settings, CancellationToken cancellationToken) =>
        Task.Run(() => DatasetReports.Make(ConfigFile.Parse(TrainingSettings.Table, Given(settings, nameof(settings)), HostTexts.TheRequest, [])), cancellationToken);

    public Task<string> ReceiveDatasetAsync(string name, int files, Stream archive, CancellationToken cancellationToken) =>
        Task.Run(() => ReceivedDatasets.StoreAsync(Given(name, nameof(name)), files, Given(archive, nameof(archive)), cancellationToken), cancellationToken);

    public Task<IReadOnlyList<RunInfo>> RunsAsync(string folder, CancellationToken cancellationToken) => Task.Run(() => RunListing.Of(Given(folder, nameof(folder))), cancellationToken);

    public Task<Stream> OpenAsync(string file, CancellationToken cancellationToken) => Task.FromResult<Stream>(HostFiles.Open(Given(file, nameof(file))));

    /// <summary>Saves and ends the run that is under way or just being started, if any, and starts no other: the client is gone.</summary>
    public async Task EndAsync()
    {
        IHostedRun? run;
        lock (_gate)
        {
            _isEnding = true;
            run = _run;
        }

        if (run is not null)
        {
            run.Control.Stop();
            await run.Ended;
        }
    }

    private IRunRequests UnderWay(string what) => _run is { IsOver: false, Started.IsCompletedSuccessfully: true } run ? run.Control : throw None(what);

    private static UserException None(string what) => new(HostTexts.NoRun(what));

    /// <summary>A message may leave out, or name as null, whatever it likes.</summary>
    private static T Given<T>(T? value, string name) where T : class => value ?? throw new UserException(HostTexts.NoValue(name));

    private void Become(HostActivity activity)
    {
        lock (_gate)
        {
            _state = _state with { Activity = activity };
        }
    }

    private void Hear(TrainingEvent happened)
    {
        lock (_gate)
        {
            _state = happened switch
            {
                RunStarted started => new HostState(HostActivity.Training, started.Name, started.Step, started.TotalSteps),
                RunFinished or RunFailed => _state with { Activity = HostActivity.Idle, Step = happened.Step },
                _ => _state with { Step = happened.Step },
            };
        }

        Happened?.Invoke(this, happened);
    }
}
