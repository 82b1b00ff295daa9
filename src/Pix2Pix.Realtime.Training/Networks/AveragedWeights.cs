using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// The moving average of a generator's weights, which translates more calmly than the newest ones (Yazıcı et al. 2019). It stands in for them while
/// the generator is shown, validated or exported. Thread contract: the training thread. It owns the averages, not the generator.
/// </summary>
internal sealed class AveragedWeights : IDisposable
{
    private readonly double _decay;
    private readonly List<(string Name, Tensor Live, Tensor Average)> _weights;
    private bool _standsIn;

    /// <param name="generator">With its first weights, which the average begins with.</param>
    /// <param name="decay">How much of the average each step keeps, below 1.</param>
    public AveragedWeights(GeneratorNetwork generator, double decay)
    {
        _decay = decay;
        _weights = [.. generator.named_parameters().Select(weight => (weight.name, (Tensor)weight.parameter, weight.parameter.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>The averages by name; owned by this.</summary>
    public IEnumerable<(string Name, Tensor Value)> State => _weights.Select(weight => (weight.Name, weight.Average));

    /// <summary>Takes the weights of a step in. The first steps count more, so that the random start is soon forgotten.</summary>
    /// <param name="updates">Steps done, from 1.</param>
    public void Update(long updates)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var kept = Math.Min(_decay, (1.0 + updates) / (10.0 + updates));
        foreach (var (_, live, average) in _weights)
        {
            average.MoveTowards(live, 1 - kept);
        }
    }

    /// <summary>Puts the averages in the weights' place, or the weights back; calling it again changes nothing.</summary>
    public void StandIn(bool standsIn)
    {
        if (_standsIn == standsIn)
        {
            return;
        }

        _standsIn = standsIn;
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (_, live, average) in _weights)
        {
            var other = average.clone();
            average.copy_(live);
            live.copy_(other);
        }
    }

    public void Dispose()
    {
        foreach (var (_, _, average) in _weights)
        {
            average.Dispose();
        }
    }
}
