using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>Binary cross-entropy of the answers as logits (Goodfellow et al. 2014): what pix2pix's own code calls vanilla.</summary>
/// <remarks>Targets above 1 would make it unbounded below, so they are refused where the settings are read.</remarks>
internal sealed class LogisticLoss : AdversarialLoss
{
    public override Tensor Of(Tensor answers, double target) =>
        nn.functional.binary_cross_entropy_with_logits(answers, answers.Filled(target));
}
