using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Adversarial;

/// <summary>Keeps a critic's slope near 1 (Gulrajani et al. 2017): the mean of (‖∇D‖ - 1)² at points between what is real and what is translated.</summary>
internal static class GradientPenalty
{
    /// <summary>Under the root, whose own slope has no bound at 0.</summary>
    private const double Tiny = 1e-12;

    /// <param name="critic">Differentiable twice; each pair judged for itself, so no batch norm.</param>
    /// <param name="real">What it sees of real pairs: <c>[N,C,H,W]</c>.</param>
    /// <param name="translated">What it sees of translated ones, alike in shape.</param>
    /// <param name="share">How much of the real one is in each mixture: <c>[N,1,1,1]</c>, 0..1.</param>
    /// <returns>A scalar whose gradient arrives at the critic's weights only.</returns>
    public static Tensor Of(nn.Module<Tensor, Tensor> critic, Tensor real, Tensor translated, Tensor share)
    {
        var mixed = translated.Plus((real - translated) * share).detach().requires_grad_(true);

        // The loss takes the mean of the patches' answers, so it is the mean whose slope is held.
        var answers = critic.forward(mixed).mean([1, 2, 3]);
        var slope = autograd.grad([answers.sum()], [mixed], retain_graph: true, create_graph: true)[0];
        return slope.square().sum([1, 2, 3]).Plus(Tiny).sqrt().Plus(-1).square().mean();
    }
}
