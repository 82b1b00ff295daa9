using Pix2Pix.Realtime.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>
/// How far a translation's spectrum is from its photograph's (focal frequency loss: Jiang et al. 2021, arXiv 2012.12821, with alpha = 1): the mean squared distance of both
/// Fourier transforms, each frequency weighted by its own distance over the largest of its plane, so that a lattice, which is few frequencies, counts. Stateless; the training thread.
/// </summary>
internal static class FocalFrequencyLoss
{
    /// <summary>Keeps the weights numbers where a translation is its photograph.</summary>
    private const double Smallest = 1e-12;

    /// <param name="translation"><c>[N,C,H,W] float32, -1..1</c>, with its way back.</param>
    /// <param name="target">Alike in shape; only read.</param>
    /// <returns>A scalar.</returns>
    public static Tensor Of(Tensor translation, Tensor target)
    {
        // The transform is linear: that of the difference is the difference of both.
        var difference = fft.fft2(translation - target, norm: FFTNormType.Ortho);
        var distance = difference.real.square().Plus(difference.imag.square());
        var size = distance.detach().sqrt();
        var weight = size / size.amax([2, 3], keepdim: true).Plus(Smallest);
        return (weight * distance).mean();
    }
}
