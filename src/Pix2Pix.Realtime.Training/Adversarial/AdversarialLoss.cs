using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>How far the discriminator's answers are from a target. Stateless; any thread.</summary>
internal abstract class AdversarialLoss
{
    /// <param name="answers"><c>[N,1,h,w] float32</c>, unbounded.</param>
    /// <param name="target">1 = real, 0 = fake, or between and around (smoothing).</param>
    /// <returns>A scalar.</returns>
    public abstract Tensor Of(Tensor answers, double target);
}
