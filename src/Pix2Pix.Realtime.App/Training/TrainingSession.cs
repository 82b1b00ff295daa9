using System.Collections.Concurrent;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using StreamJsonRpc;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>
/// A run from the panel's side: starts the host when it is first needed, asks it things without ever waiting on the UI thread, and adds up what
/// it says. Thread contract: the UI thread calls; answers come in <see cref="Update"/>.
/// </summary>
/// <param name="command">See <see cref="TrainingLink.ConnectAsync"/>.</param>
/// <param name="wake">Any thread: there is something to update.</param>
/// <param name="tell">Any thread: a sentence for the user.</param>
/// <param name="hear">UI thread: what happened in the run; null = nobody listens.</param>
/// <param name="read">UI thread: a line that the host itself wrote; null = nobody reads.</param>
internal sealed class TrainingSession(string command, Action wake, Action<string> tell, Action<TrainingEvent>? hear = null, Action<string>? read = null)
{
    /// <summary>A host that has not answered by then may hang: the user is notified. A start reads the dataset and builds the networks first.</summary>
    private static readonly TimeSpan AnswerExpected = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();

    /// <summary>Actions to run on the UI thread; filled by any thread.</summary>
    private readonly ConcurrentQueue<Action> _answers = [];
    private Action? _giveUp;
    private Task<TrainingLink>? _connecting;
    private TrainingLink? _link;
    private string? _snapshot;

    public RunProgress Progress { get; private set; } = new();

    public SessionPhase Phase { get; private set; }

    /// <summary>What a start is doing, in a few words; empty once steps are counted.</summary>
    public string Stage { get; private set; } = "";

    public bool IsTraining => Phase is SessionPhase.Training or SessionPhase.Paused or SessionPhase.Starting;

    /// <summary>Whether the host owes an answer for too long.</summary>
    public bool IsUnanswered { get; private set; }

    /// <summary>Whether the host is this machine's own, so that its files lie here.</summary>
    public bool IsLocal => command.Length == 0;

    /// <summary>Whether there is a host.</summary>
    public bool IsConnected => Volatile.Read(ref _link) is not null;

    /// <summary>How many runs have begun or ended; another number says that what lies on the disk has changed.</summary>
    public int Turns { get; private set; }

    /// <summary>Where run folders are made on this machine.</summary>
    public string LocalRuns { get; init; } = Path.GetFullPath("runs");

    /// <summary>Where run folders are made: here, or on the host's machine beside where the host was started.</summary>
    public string Runs => IsLocal ? LocalRuns : "runs";

    /// <summary>Any thread: the host, started when it is first needed.</summary>
    /// <exception cref="UserException">It does not start, greets otherwise or not in time.</exception>
    public async Task<ITrainingHost> HostAsync() => (await LinkAsync()).Host;

    /// <summary>Starts a run or continues with one.</summary>
    public void Start(SettingValues settings, bool resume)
    {
        (Phase, Progress, Stage) = (SessionPhase.Starting, new RunProgress(), RunTexts.Starting);
        Ask(
            host => StartAsync(host, new RunRequest(settings.ToYaml(), resume)),
            onFault: () => Phase = SessionPhase.Idle);
    }

    private Task StartAsync(ITrainingHost host, RunRequest request)
    {
        Answer(() => Stage = RunTexts.Reading);
        return host.StartAsync(request, CancellationToken.None);
    }

    public void Pause() => Ask(host => host.PauseAsync(CancellationToken.None), SessionPhase.Paused);

    public void Continue() => Ask(host => host.ResumeAsync(CancellationToken.None), SessionPhase.Training);

    public void Stop() => Ask(host => host.StopAsync(CancellationToken.None));

    public void Throttle(double share) => Ask(host => host.ThrottleAsync(share, CancellationToken.None));

    /// <summary>Ends a host that hangs; what it saved before stays.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            _giveUp?.Invoke();
        }

        _link?.Kill();
    }

    /// <summary>Any thread: a file of the host, such as a sample sheet.</summary>
    /// <exception cref="UserException">It is not there any more, or there is no host.</exception>
    public async Task<byte[]> ReadAsync(string file) => await (await LinkAsync()).ReadAsync(file);

    /// <summary>A snapshot that came since the last call and is on this machine now; null = none.</summary>
    public string? TakeSnapshot() => Interlocked.Exchange(ref _snapshot, null);

    /// <summary>Once a frame: takes in what happened.</summary>
    /// <returns>Whether something did.</returns>
    public bool Update()
    {
        var changed = false;
        while (_answers.TryDequeue(out var answer))
        {
            changed = true;
            answer();
        }

        if (Volatile.Read(ref _link) is not { } link)
        {
            return changed;
        }

        while (link.TryTake(out TrainingEvent? happened))
        {
            changed = true;
            Hear(link, happened!);
        }

        while (link.TryTake(out string? line))
        {
            changed = true;
            read?.Invoke(line!);
        }

        if (link.Gone is { } gone)
        {
            // The client's half has ended with its host; there is nothing left to close.
            lock (_gate)
            {
                (_link, _connecting) = (null, null);
            }

            tell(!IsTraining ? gone : Progress.IsSaved
                ? RunTexts.EndedWithCheckpoint(gone)
                : RunTexts.EndedWithoutCheckpoint(gone));
            Phase = SessionPhase.Idle;
            Turns++;
            return true;
        }

        return changed;
    }

    /// <summary>Lets the host go: it saves what trains and ends by itself.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _link, null) is { } link)
        {
            _ = link.DisposeAsync().AsTask();
        }
    }

    private void Hear(TrainingLink link, TrainingEvent happened)
    {
        Progress.Hear(happened);
        hear?.Invoke(happened);
        switch (happened)
        {
            case RunStarted:
                (Phase, Stage) = (SessionPhase.Training, RunTexts.FirstStep);
                break;
            case StepDone:
                Stage = "";
                break;
            case RunFinished or RunFailed:
                Phase = SessionPhase.Idle;
                Turns++;
                break;
            case SnapshotReady ready:
                Ask(async _ => Volatile.Write(ref _snapshot, await link.FetchAsync(ready.File)));
                break;
        }
    }

    private async Task<TrainingLink> ConnectAsync()
    {
        if (command.Length == 0)
        {
            await TrainingProgram.RequireAsync(words =>
            {
                Answer(() => Stage = words);
                tell(words);
            });
            Answer(() => Stage = RunTexts.Starting);
        }

        using var giveUp = new CancellationTokenSource();
        SetGiveUp(giveUp.Cancel);
        try
        {
            return _link = await TrainingLink.ConnectAsync(command, wake, Complain, giveUp.Token);
        }
        finally
        {
            SetGiveUp(null);
        }
    }

    /// <summary>Any thread.</summary>
    private void Complain(string words)
    {
        Answer(() => IsUnanswered = true);
        tell(words);
    }

    /// <summary>Any thread: runs in the next <see cref="Update"/>.</summary>
    private void Answer(Action action)
    {
        _answers.Enqueue(action);
        wake();
    }

    private void SetGiveUp(Action? giveUp)
    {
        lock (_gate)
        {
            _giveUp = giveUp;
        }
    }

    /// <summary>One link for all who ask at once; after a failure the next one tries again.</summary>
    private Task<TrainingLink> LinkAsync()
    {
        lock (_gate)
        {
            return _connecting is { IsFaulted: false } ? _connecting : _connecting = Task.Run(ConnectAsync);
        }
    }

    /// <summary>Asks the host off the UI thread; a refusal is shown as it is, and so is a missing answer.</summary>
    /// <param name="then">The phase after the host agreed; a run that has ended by then stays ended.</param>
    /// <param name="onFault">Runs in <see cref="Update"/> when the host refused or is gone.</param>
    private void Ask(Func<ITrainingHost, Task> question, SessionPhase? then = null, Action? onFault = null) => Task.Run(async () =>
    {
        var isDone = false;
        try
        {
            var answer = question(await HostAsync());
            if (await Task.WhenAny(answer, Task.Delay(AnswerExpected)) != answer)
            {
                Complain(RunTexts.StillNotResponding(AnswerExpected.TotalSeconds));
            }

            await answer;
            isDone = true;
        }
        catch (ConnectionLostException)
        {
            // That the host has ended is reported where it is seen.
        }
        catch (Exception fault)
        {
            tell(fault.Message);
        }

        Answer(() =>
        {
            IsUnanswered = false;
            if (!isDone)
            {
                onFault?.Invoke();
            }
            else if (IsTraining)
            {
                Phase = then ?? Phase;
            }
        });
    });
}

/// <summary>The state of a session.</summary>
internal enum SessionPhase { Idle, Starting, Training, Paused }
