using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Ranks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>
/// Pushes translations away from what they showed at the same place in picture after picture and their photographs did not: a lamp that stands before every house. A discriminator that
/// sees one picture at a time takes it for a good lamp; only the mean over pictures shows it. Thread contract: the training thread. It owns that mean.
/// </summary>
internal sealed class RepetitionLoss : IDisposable
{
    /// <summary>What a step counts for in the mean: some 200 steps are remembered.</summary>
    private const double Share = 0.005;

    /// <param name="channels">Of the pictures.</param>
    /// <param name="side">Of the pictures, in pixels.</param>
    public RepetitionLoss(int channels, int side, Device device) => Mean = zeros(channels, side, side, device: device).DetachFromDisposeScope();

    /// <summary>The mean difference of the last steps' translations to their photographs: <c>[C,H,W] float32</c>; owned by this. A checkpoint keeps it.</summary>
    public Tensor Mean { get; }

    /// <param name="translation"><c>[N,C,H,W] float32, -1..1</c>, with its way back.</param>
    /// <param name="target">Alike in shape; only read.</param>
    /// <returns>A scalar: the product with the mean, so that the gradient at each pixel is the mean there.</returns>
    public Tensor Of(Tensor translation, Tensor target) => ((translation - target) * Mean).mean();

    /// <summary>Takes a step's pictures into the mean.</summary>
    /// <param name="exchange">Averages over the ranks, which all keep the same mean; null = this process trains alone.</param>
    public void Remember(Tensor translation, Tensor target, GradientExchange? exchange)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var difference = (translation - target).mean([0]);
        exchange?.Average(difference);
        Mean.MoveTowards(difference, Share);
    }

    public void Dispose() => Mean.Dispose();
}
