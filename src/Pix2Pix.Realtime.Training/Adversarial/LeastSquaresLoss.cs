using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>Mean squared difference to the target (LSGAN: Mao et al. 2017).</summary>
internal sealed class LeastSquaresLoss : AdversarialLoss
{
    public override Tensor Of(Tensor answers, double target) => answers.Plus(-target).square().mean();
}
