using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>How far the discriminator's answers are from a target. Stateless; any thread.</summary>
internal abstract class AdversarialLoss
{
    /// <param name="answers"><c>[N,1,h,w] float32</c>, unbounded.</param>
    /// <param name="target">1 = real, 0 = fake, or between and around (smoothing).</param>
    /// <returns>A scalar.</returns>
    public abstract Tensor Of(Tensor answers, double target);

    /// <summary>The mean over the scales of a discriminator.</summary>
    /// <param name="judgements">One a scale.</param>
    /// <param name="target">As above, the same for all.</param>
    /// <returns>A scalar.</returns>
    public Tensor Of(IReadOnlyList<Judgement> judgements, double target) =>
        judgements.Select(judgement => Of(judgement.Answers, target)).Aggregate((sum, one) => sum.Plus(one)).Times(1.0 / judgements.Count);
}
