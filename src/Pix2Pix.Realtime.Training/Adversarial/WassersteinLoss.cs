using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>The mean answer, with the sign that makes real ones rise and fake ones fall (Arjovsky et al. 2017). Only with <see cref="GradientPenalty"/> is it bounded.</summary>
/// <remarks>Answers are scores, not probabilities: a target only says which way, so those between are refused where the settings are read.</remarks>
internal sealed class WassersteinLoss : AdversarialLoss
{
    public override Tensor Of(Tensor answers, double target) => answers.mean().Times(1 - (2 * target));
}
