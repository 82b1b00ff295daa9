using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Distillation;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.RunFiles;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>A run's part on a rank other than 0: it makes every step with pairs of its own, writes nothing and says nothing. One thread.</summary>
internal sealed class FollowingRun : IDisposable
{
    private readonly IRanks _ranks;
    private readonly Teacher? _teacher;
    private readonly RunState _state;
    private readonly RunSteps _steps;

    /// <summary>Meets <see cref="TrainingRun"/> on rank 0, which gives it the state to begin with.</summary>
    public FollowingRun(SettingValues settings, IPairSource training, IRanks ranks)
    {
        _ranks = ranks;
        var kept = ranks.ShareText("");
        var recipe = new Recipe(settings, training.InputChannels, training.TargetChannels, kept);
        var device = TrainingDevices.Choose(settings.Get(TrainingSettings.Device), ranks.LocalRank);
        _teacher = TeacherFile.Open(RunFolder.Of(settings), recipe, settings) is { } teacher ? new Teacher(teacher.Snapshot, device) : null;
        var style = RunStyle.Of(recipe.Style, settings, training, kept);
        _state = new RunState(recipe.CreateTrainer(device, start: null, _teacher));
        _state.Share(ranks);
        _steps = new RunSteps(recipe, _state, training, style, device, ranks);
    }

    /// <summary>Follows rank 0 to the end, or until that stops.</summary>
    public void Run()
    {
        _steps.Restart();
        while (_steps.Begin(stop: false, rateScale: 0))
        {
            _steps.FreezeStatisticsWhenDue(() => { });
            if (!_steps.Advance().IsFinite)
            {
                _state.Share(_ranks);
                _steps.Restart();
            }
        }
    }

    public void Dispose()
    {
        _steps.Dispose();
        _state.Dispose();
        _teacher?.Dispose();
    }
}
