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
internal sealed class RunThread
{
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

    /// <summary>Ends when the run is under way; faults where it could not start.</summary>
    public Task Started => _started.Task;

    /// <summary>Ends, well in any case, when the run is over and everything is saved.</summary>
    public Task Ended => _ended.Task;

    public bool IsOver => _ended.Task.IsCompleted;

    /// <summary>What others ask of the run; there from the beginning, so that a stop counts however early it comes.</summary>
    public RunControl Control { get; } = new(TimeProvider.System);

    private void Run()
    {
        try
        {
            using var folder = _plan.Folder;
            if (_plan.Settings.Get(TrainingSettings.Ranks) is > 1 and var ranks)
            {
                throw new UserException($"Expected training.ranks 1 in the training host, found {ranks}; set it to 1 here, or train with 'pix2pix train' on the command line.");
            }

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
            using var run = new TrainingRun(_plan.Settings, folder, pairs, _plan.Checkpoint, Hear, TimeProvider.System, Control);
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
        if (Control.StopRequested)
        {
            throw new UserException("The run was stopped before its first step; nothing is lost, start it again.");
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
