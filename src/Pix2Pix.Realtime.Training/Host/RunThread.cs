using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Runs;
using static TorchSharp.torch;
using TrainingSettings = Pix2Pix.Realtime.Settings.TrainingSettings;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>
/// One run on a thread of its own, from opening its data to its end: libtorch's scopes belong to a thread, so nothing of it may wander.
/// Thread contract: any thread.
/// </summary>
internal sealed class RunThread : IHostedRun
{
    private readonly RunControl _control = new(TimeProvider.System);
    private readonly RunPlan _plan;
    private readonly Action<TrainingEvent> _listen;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="plan">What to run.</param>
    /// <param name="listen">Hears what happens, on the run's thread.</param>
    public RunThread(RunPlan plan, Action<TrainingEvent> listen)
    {
        (_plan, _listen) = (plan, listen);
        new Thread(Run) { Name = "training", IsBackground = true }.Start();
    }

    public Task Started => _started.Task;

    public Task Ended => _ended.Task;

    public bool IsOver => _ended.Task.IsCompleted;

    public IRunRequests Control => _control;

    private void Run()
    {
        try
        {
            using var folder = _plan.Folder;
            LowPriority.Take();
            GoOn();
            LibTorch.Load();
            if (_plan.Settings.Get(TrainingSettings.Threads) is > 0 and var threads)
            {
                set_num_threads(threads);
            }

            PrecisionChoice.Resolve(_plan.Settings, _plan.Checkpoint, _plan.Folder.Config, Console.Error.WriteLine);
            GoOn();
            var pairs = PairSources.Open(_plan.Settings);
            GoOn();
            using var run = new TrainingRun(_plan.Settings, folder, pairs, _plan.Checkpoint, Hear, TimeProvider.System, _control);
            run.Run();
        }
        catch (Exception fault)
        {
            // A fault before the start is the starter's answer; one after it was already said as RunFailed, and the host continues.
            if (!_started.TrySetException(fault))
            {
                Console.Error.WriteLine(fault);
            }
        }
        finally
        {
            _ended.SetResult();
        }
    }

    /// <summary>Between the parts of a start, each of which may take seconds.</summary>
    private void GoOn()
    {
        if (_control.StopRequested)
        {
            throw new UserException(HostTexts.StoppedEarly);
        }
    }

    private void Hear(TrainingEvent happened)
    {
        if (happened is RunStarted)
        {
            _started.TrySetResult();
        }

        _listen(happened);
    }
}
