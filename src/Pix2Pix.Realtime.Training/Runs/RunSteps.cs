using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Ranks;
using Pix2Pix.Realtime.Training.Steps;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>
/// The steps of a run, the same calls in the same order on every rank: <see cref="Begin"/>, <see cref="FreezeStatisticsWhenDue"/>, <see cref="Advance"/>.
/// Rank 0 decides, the others learn of it in <see cref="Begin"/>. Thread contract: the training thread. It owns the queue of pairs only.
/// </summary>
internal sealed class RunSteps : IDisposable
{
    /// <summary>Steps between two comparisons of all weights, which take a few hundredths of a second.</summary>
    private const int CheckEvery = 100;

    private readonly Recipe _recipe;
    private readonly RunState _state;
    private readonly IPairSource _training;
    private readonly RunStyle? _style;
    private readonly Device _device;
    private readonly IRanks _ranks;
    private BatchQueue? _batches;
    private Batch? _batch;
    private double _rateScale;

    /// <param name="state">Its trainer makes the steps from now on; it is the same on all ranks.</param>
    /// <param name="training">The same pairs on all ranks.</param>
    /// <param name="style">Null = the run has no style.</param>
    public RunSteps(Recipe recipe, RunState state, IPairSource training, RunStyle? style, Device device, IRanks ranks)
    {
        (_recipe, _state, _training, _style, _device, _ranks) = (recipe, state, training, style, device, ranks);
        Total = recipe.TotalSteps(training.Count, state.Step, state.Draws, ranks.Count);
        state.Trainer.Exchange = ranks.Count == 1 ? null : new GradientExchange(ranks);
    }

    /// <summary>Where the run ends.</summary>
    public long Total { get; }

    /// <summary>The values in force at the step that was made last.</summary>
    public StepPlan Plan { get; private set; }

    /// <summary>Goes on with the pairs that follow the state's step; to be called once before the first step, and after going back.</summary>
    public void Restart()
    {
        _batches?.Dispose();
        var order = new PairOrder(_recipe.Seed, _training.Count, _recipe.BatchSize, new OrderShare(_ranks.Rank, _ranks.Count, _state.Step, _state.Draws));
        _batches = new BatchQueue(_training, order.At, _state.Step, BatchQueue.Workers, _style);
    }

    /// <summary>Meets the other ranks before a step.</summary>
    /// <param name="stop">Whether the run shall end here; rank 0 says it.</param>
    /// <param name="rateScale">What is left of the learning rates, 1..0; rank 0 says it, the others 0.</param>
    /// <returns>Whether the step is made.</returns>
    /// <exception cref="UserException">A rank can't read its pairs.</exception>
    public bool Begin(bool stop, double rateScale)
    {
        if (_state.Step >= Total)
        {
            return false;
        }

        var fault = stop ? null : TryTake();
        Span<double> said = [stop ? 1 : 0, fault is null ? 0 : 1, rateScale];
        _ranks.Sum(said);
        if (said[1] > 0)
        {
            _ranks.Together(() => fault is null ? 0 : throw fault);
        }

        _rateScale = said[2];
        return said[0] == 0;
    }

    /// <summary>From half of the run on (or as the settings say) a generator that translates with the training data's statistics also learns with them.</summary>
    /// <param name="estimate">Estimates them on rank 0, which gives them to the others; these do nothing.</param>
    /// <returns>Whether they were frozen now.</returns>
    public bool FreezeStatisticsWhenDue(Action estimate)
    {
        if (_recipe.FreezeStatisticsAt(Total) is not { } step || _state.Step < step || _state.Trainer.StatisticsFrozen)
        {
            return false;
        }

        estimate();
        _state.Trainer.StatisticsFrozen = true;
        _state.Share(_ranks);
        return true;
    }

    /// <summary>Makes the step, which counts unless a loss is not finite: then the state is spoilt on all ranks.</summary>
    /// <returns>The ranks' mean losses.</returns>
    /// <exception cref="UserException">The ranks' weights differ.</exception>
    public Losses Advance()
    {
        var plan = _recipe.PlanAt(_state.Step, _recipe.DoneAt(_state.Step, Total, _state.Draws, _ranks.Count), _rateScale * _recipe.RateFactorOf(_ranks.Count));
        Plan = plan with { Random = plan.Random.OfRank(_ranks.Rank) };
        Losses losses;
        using (NewDisposeScope())
        {
            var (input, target) = _batch!.ToTensors(_training, _device);
            losses = Mean(_state.Trainer.Step(input, target, Plan, _batch.StyleTensor(_device)));
        }

        if (losses.IsFinite)
        {
            _state.Step++;
            _state.Draws += _recipe.BatchSize * _ranks.Count;
            if (_ranks.Count > 1 && _state.Step % CheckEvery == 0)
            {
                WeightsChecksum.Assert(_ranks, _state.Tensors.Select(tensor => tensor.Value), _state.Step);
            }
        }

        return losses;
    }

    public void Dispose() => _batches?.Dispose();

    /// <returns>Null, or why there is no batch.</returns>
    private UserException? TryTake()
    {
        try
        {
            _batch = _batches!.Take();
            return null;
        }
        catch (UserException fault)
        {
            return fault;
        }
    }

    private Losses Mean(Losses own)
    {
        Span<double> all =
        [
            own.DiscriminatorReal, own.DiscriminatorFake, own.GeneratorGan, own.GeneratorL1, own.GradientPenalty ?? 0, own.TeacherL1 ?? 0, own.TeacherFeatures ?? 0,
            own.Perceptual ?? 0, own.FeatureMatching ?? 0, own.Lattice ?? 0,
        ];
        _ranks.Sum(all);
        foreach (ref var value in all)
        {
            value /= _ranks.Count;
        }

        return new Losses(
            all[0], all[1], all[2], all[3], own.GradientPenalty is null ? null : all[4], own.TeacherL1 is null ? null : all[5], own.TeacherFeatures is null ? null : all[6],
            own.Perceptual is null ? null : all[7], own.FeatureMatching is null ? null : all[8], own.Lattice is null ? null : all[9]);
    }
}
