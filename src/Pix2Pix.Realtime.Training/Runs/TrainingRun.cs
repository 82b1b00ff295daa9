using System.Runtime.ExceptionServices;
using Pix2Pix.Realtime.Costs;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Distillation;
using Pix2Pix.Realtime.Training.Health;
using Pix2Pix.Realtime.Training.Logs;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Snapshots;
using Pix2Pix.Realtime.Training.TensorBoard;
using Pix2Pix.Realtime.Training.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>
/// One training run from its first step, or from a checkpoint, to its end. Events report what happens, on the training thread. Of several ranks it is rank 0, which alone
/// writes and speaks; the others run a <see cref="FollowingRun"/>.
/// </summary>
/// <remarks>Thread contract: one thread makes it, runs it and disposes it; <see cref="Control"/> is for any thread.</remarks>
internal sealed class TrainingRun : IDisposable
{
    private const int MostRollbacks = 3;

    private readonly SettingValues _settings;
    private readonly RunFolder _folder;
    private readonly Action<TrainingEvent> _listen;
    private readonly TrainLog _log;
    private readonly CheckpointStore _checkpoints;
    private readonly IPairSource _training;
    private readonly Recipe _recipe;
    private readonly RunStyle? _style;
    private readonly StartingWeights? _start;
    private readonly Teacher? _teacher;
    private readonly RunState _state;
    private readonly Preview _preview;
    private readonly RunEvaluation _evaluation;
    private readonly MetricsFile _metrics;
    private readonly TensorBoardLog? _events;
    private readonly HealthMonitor _health;
    private readonly Device _device;
    private readonly IRanks _ranks;
    private readonly RunSteps _steps;
    private readonly Pace _pace;
    private int _rollbacks;
    private bool _triedLast;

    /// <param name="settings">The whole recipe.</param>
    /// <param name="folder">The run's folder; what is missing of it is made.</param>
    /// <param name="pairs">What to learn from and what to measure on.</param>
    /// <param name="resume">Where to continue; null = from the first step.</param>
    /// <param name="listen">Hears what happens, on the training thread.</param>
    /// <param name="control">What others ask of it, also before it is made; null = nobody asked anything yet.</param>
    /// <param name="ranks">Who trains together; null = this process alone.</param>
    /// <exception cref="UserException">Another process trains in the folder, or a new run finds one there.</exception>
    public TrainingRun(
        SettingValues settings, RunFolder folder, PairSources pairs, Checkpoint? resume, Action<TrainingEvent> listen, TimeProvider time, RunControl? control = null,
        IRanks? ranks = null)
    {
        (_settings, _folder, _training, _listen, _ranks) = (settings, folder, pairs.Training, listen, ranks ?? OneProcess.Instance);
        _recipe = new Recipe(settings, _training.InputChannels, _training.TargetChannels, resume?.Header.Style);
        var teacher = TeacherFile.Open(folder, _recipe, settings);
        _start = resume is null && Get(TrainingSettings.StartFrom) is { Length: > 0 } from ? new StartingWeights(from, Warn) : null;
        folder.Claim(isNew: resume is null && !folder.IsClaimed);
        teacher?.Keep();
        _device = TrainingDevices.Choose(Get(TrainingSettings.Device));
        _teacher = teacher is null ? null : new Teacher(teacher.Snapshot, _device);
        _log = new TrainLog(folder.Log, time, Warn);
        _pace = new Pace(time);
        Control = control ?? new RunControl(time);
        _checkpoints = CheckpointStore.Open(folder, settings, Warn);
        if (_recipe.Style is not null && resume?.Header.Style is null)
        {
            Say(new HealthNoticed(0, Good: true, RunsTexts.MeasuringStyle(PairStyles.Measured(_training))));
        }

        _style = RunStyle.Of(_recipe.Style, settings, _training, resume?.Header.Style);
        _ranks.ShareText(_style?.Model.ToText() ?? "");
        _state = NewState();
        if (resume is not null)
        {
            _state.Restore(resume, _recipe.BatchSize);
        }

        _state.Share(_ranks);
        _steps = new RunSteps(_recipe, _state, _training, _style, _device, _ranks);
        var writer = new SnapshotWriter(_recipe.Size, Get(TrainingSettings.DataDirection), Get(TrainingSettings.Palette), folder.Name, _style?.Model);
        _preview = new Preview(pairs, _recipe.Shape, writer, _device, _style);
        _metrics = new MetricsFile(folder.Metrics, _state.Step, settings, Warn);
        _events = Get(TrainingSettings.TensorBoard) ? new TensorBoardLog(folder.Root, _state.Step, time, Warn) : null;
        _health = new HealthMonitor(Say, _recipe.IsCritic);
        _evaluation = new RunEvaluation(settings, folder, _preview, _events, _health, Say);
    }

    public RunControl Control { get; }

    /// <summary>Runs to the end or until it is asked to stop; either way the state is saved.</summary>
    /// <exception cref="UserException">The run can't continue; it was said as <see cref="RunFailed"/> too.</exception>
    public void Run()
    {
        KeepConfig();
        Say(new RunStarted(_state.Step, _folder.Name, _folder.Root, _steps.Total, _training.Count, RunSummary.Of(_recipe, _state.Trainer, _settings, _teacher, _ranks.Count)));
        if (_device.type == DeviceType.CPU && Need.Excess is { } words)
        {
            Warn(words);
        }

        _steps.Restart();
        try
        {
            while (_steps.Begin(Control.StopRequested, _state.RateScale * _state.Plateau.Factor))
            {
                Advance();
                Control.WaitForTurn();
            }

            _triedLast = true;
            if (SaveCheckpoint() is { } unsaved)
            {
                throw new UserException(RunsTexts.NotSaved(_state.Step, unsaved, _folder.Checkpoints));
            }

            Say(new RunFinished(_state.Step, _state.Step >= _steps.Total ? RunsTexts.Complete : RunsTexts.Stopped));
        }
        catch (Exception fault)
        {
            var said = MemoryNeed.RanOut(fault) ? Need.Fault(fault) : fault;
            if (fault is UserException && !_triedLast)
            {
                // Such a fault, a pair that can't be read any more, is thrown between two steps: the state is whole.
                SaveCheckpoint();
            }

            Say(new RunFailed(_state.Step, said.Message));
            ExceptionDispatchInfo.Throw(said);
        }
    }

    public void Dispose()
    {
        _steps.Dispose();
        _metrics.Dispose();
        _events?.Dispose();
        _preview.Dispose();
        _state.Dispose();
        _teacher?.Dispose();
        _log.Dispose();
        _folder.Dispose();
    }

    private void Advance()
    {
        if (_steps.FreezeStatisticsWhenDue(EstimateStatistics))
        {
            Say(new HealthNoticed(_state.Step, Good: true, RunsTexts.StatisticsFrozen));
        }

        var losses = _steps.Advance();
        if (!losses.IsFinite)
        {
            RollBack(RunsTexts.LossNotFinite);
            return;
        }

        var (step, plan) = (_state.Step, _steps.Plan);
        _health.OnStep(step, losses);
        var validation = _evaluation.At(step, step == _steps.Total, _state.Trainer, Control.TakeSnapshotRequest());
        if (validation is { } l1)
        {
            UpdatePlateau(step, l1);
        }

        if (step % MetricsFile.Every == 0 || validation is not null)
        {
            _metrics.Write(step, losses, plan, validation);
            _events?.Write(step, losses, plan);
        }

        if (_pace.Count() || step == _steps.Total)
        {
            Say(new StepDone(step, losses, _pace.StepsPerSecond, _pace.SecondsFor(_steps.Total - step)));
        }

        // One follows the first snapshot, so that a generator that was seen can be resumed from.
        var isDue = step % Get(TrainingSettings.CheckpointEvery) == 0 || step == Get(TrainingSettings.SnapshotEvery);
        if (isDue && step != _steps.Total)
        {
            SaveCheckpoint();
        }
    }

    private void EstimateStatistics()
    {
        _preview.BeginEvaluation(_state.Trainer);
        Preview.EndEvaluation(_state.Trainer);
    }

    private void UpdatePlateau(long step, double l1)
    {
        var before = _state.Plateau;
        _state.Plateau = _recipe.UpdatePlateau(before, l1);
        if (_state.Plateau.Factor < before.Factor)
        {
            Say(new HealthNoticed(step, Good: true, _state.Plateau.Words));
        }
    }

    private void RollBack(string why)
    {
        if (++_rollbacks > MostRollbacks)
        {
            throw new UserException(RunsTexts.GivenUp(_rollbacks, why, MostRollbacks));
        }

        var wentWrong = _state.Step;
        var rates = _state.RateScale / 2;
        if (_checkpoints.Latest() is { } checkpoint)
        {
            _state.Restore(checkpoint, _recipe.BatchSize);
        }
        else
        {
            using var fresh = NewState();
            _state.Restore(fresh.ToCheckpoint(), _recipe.BatchSize);
        }

        _state.RateScale = rates;
        _state.Share(_ranks);
        _steps.Restart();
        _metrics.GoOnFrom(_state.Step);
        _events?.GoOnFrom(_state.Step);
        Say(new HealthNoticed(wentWrong, Good: false, RunsTexts.RolledBack(why, _state.Step)));
    }

    /// <returns>Null, or why it is not saved: half a sentence.</returns>
    private string? SaveCheckpoint()
    {
        if (!_state.IsFinite)
        {
            Warn(RunsTexts.CheckpointSkipped);
            return RunsTexts.WeightsNotFinite;
        }

        try
        {
            Say(new CheckpointSaved(_state.Step, _checkpoints.Save(_state.Header(_settings.ToYaml()), _state.Tensors)));
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Warn(RunsTexts.CheckpointNotSaved(fault.Message));
            return RunsTexts.NotWritten(fault.Message.TrimEnd('.'));
        }
    }

    /// <summary>A copy for people: a checkpoint holds the recipe too, so a run does without the file.</summary>
    private void KeepConfig()
    {
        try
        {
            ConfigFile.Save(_folder.Config, _settings);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Warn(RunFilesTexts.NotWritten(Path.GetFileName(_folder.Config), fault.Message));
        }
    }

    private RunState NewState()
    {
        try
        {
            return new RunState(_recipe.CreateTrainer(_device, _start, _teacher)) { Style = _style?.Model.ToText() };
        }
        catch (Exception fault) when (MemoryNeed.RanOut(fault))
        {
            throw MemoryNeed.NoRoom(fault);
        }
    }

    private void Say(TrainingEvent happened)
    {
        // A log that can't be opened says so before it is there.
        _log?.Hear(happened);
        _events?.Hear(happened);
        _listen(happened);
    }

    private void Warn(string words) => Say(new HealthNoticed(_state?.Step ?? 0, Good: false, words));

    private MemoryNeed Need => RunSummary.Memory(_recipe, _state.Trainer, _settings, _teacher);

    private T Get<T>(Setting<T> setting) where T : notnull => _settings.Get(setting);
}
