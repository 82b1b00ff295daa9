using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Ranks;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>A run on several ranks: <c>mpirun</c> with <c>pix2pix train</c>, whose rank 0 tells the host what happens and does what it asks for. Any thread.</summary>
internal sealed class RankedRun : IHostedRun, IRunRequests
{
    private readonly Action<TrainingEvent> _listen;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _config;
    private Action<string>? _request;
    private TrainingEvent? _last;
    private bool _isStopped;

    /// <param name="plan">What to run. Its folder is left to rank 0.</param>
    /// <param name="resume">Whether to continue from the newest checkpoint.</param>
    /// <param name="listen">Hears what happens, on one thread.</param>
    /// <exception cref="UserException">There is no Open MPI.</exception>
    public RankedRun(RunPlan plan, bool resume, Action<TrainingEvent> listen)
    {
        plan.Folder.Dispose();
        _listen = listen;
        var name = $"pix2pix-{Guid.NewGuid():N}";
        _config = Path.Combine(Path.GetTempPath(), $"{name}.yaml");
        var line = MpiCommand.Line(plan.Settings.Get(TrainingSettings.Ranks), [], ["train", "--config", _config, "--quiet", .. resume ? ["--resume"] : Array.Empty<string>()]);
        ConfigFile.Save(_config, plan.Settings);
        var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        Console.Error.WriteLine(HostTexts.Starting(string.Join(' ', line)));
        var launcher = MpiCommand.Start(line, start =>
        {
            start.Environment[RunWire.Variable] = name;

            // The host's own output is the protocol's.
            start.RedirectStandardOutput = true;
        });
        _ = launcher.StandardOutput.ReadToEndAsync();
        _ = FollowAsync(launcher, pipe);
    }

    public Task Started => _started.Task;

    public Task Ended => _ended.Task;

    public bool IsOver => _ended.Task.IsCompleted;

    public IRunRequests Control => this;

    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }

        Ask(RunWire.Stop);
    }

    public void Pause() => Ask(RunWire.Pause);

    public void Continue() => Ask(RunWire.Continue);

    public void Throttle(double share) => Ask(FormattableString.Invariant($"{RunWire.Throttle}{share}"));

    public void RequestSnapshot() => Ask(RunWire.Snapshot);

    /// <summary>Until all ranks have ended.</summary>
    private async Task FollowAsync(Process launcher, NamedPipeServerStream pipe)
    {
        using var ended = new CancellationTokenSource();
        var hearing = HearAsync(pipe, ended.Token);
        var fault = await Task.Run(() => new MpiOutput().HandOn(launcher), CancellationToken.None);
        await ended.CancelAsync();
        await hearing;
        await pipe.DisposeAsync();
        if (_last is null)
        {
            _started.TrySetException(new UserException(fault ?? HostTexts.StoppedEarly));
        }
        else if (_last is not (RunFinished or RunFailed))
        {
            // A rank that was killed says nothing more.
            _listen(new RunFailed(_last.Step, fault ?? HostTexts.RanksEnded));
        }

        launcher.Dispose();
        File.Delete(_config);
        _ended.SetResult();
    }

    /// <summary>Until rank 0 closes its end, or until all ranks have ended without one.</summary>
    private async Task HearAsync(NamedPipeServerStream pipe, CancellationToken ended)
    {
        try
        {
            await pipe.WaitForConnectionAsync(ended);
            await using var requests = new StreamWriter(pipe, leaveOpen: true) { AutoFlush = true };
            lock (_gate)
            {
                _request = requests.WriteLine;
            }

            if (_isStopped)
            {
                Ask(RunWire.Stop);
            }

            using var events = new StreamReader(pipe, leaveOpen: true);
            while (await events.ReadLineAsync(CancellationToken.None) is { } line)
            {
                _last = JsonSerializer.Deserialize<TrainingEvent>(line)!;
                if (_last is RunStarted)
                {
                    _started.TrySetResult();
                }

                _listen(_last);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The ranks have ended.
        }
    }

    private void Ask(string word)
    {
        lock (_gate)
        {
            try
            {
                _request?.Invoke(word);
            }
            catch (Exception fault) when (fault is IOException or ObjectDisposedException)
            {
                // The run is over.
            }
        }
    }
}
