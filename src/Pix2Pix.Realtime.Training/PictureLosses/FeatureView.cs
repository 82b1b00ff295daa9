using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>What <see cref="EarlyFeatures"/> sees of a view of a picture, beside that view and its label map. Its tensors belong to the scope in which they were made.</summary>
/// <param name="Pair">Map and picture, joined by channel: <c>[N,C,h,w] float32, -1..1</c>.</param>
/// <param name="Layer1"><c>[N,64,h/4,w/4]</c>, at least 0, as a share of the mean of the photograph's.</param>
/// <param name="Layer2"><c>[N,128,h/8,w/8]</c>, alike.</param>
internal readonly record struct FeatureView(Tensor Pair, Tensor Layer1, Tensor Layer2)
{
    /// <summary>Channels of both layers.</summary>
    public const int Channels = 64 + 128;

    /// <summary>The pair's means and both layers at the size of the first layer, as a discriminator reads them: <c>[N,C+192,h/4,w/4]</c>.</summary>
    public Tensor Joined()
    {
        long[] size = [Layer1.shape[2], Layer1.shape[3]];
        return cat([nn.functional.adaptive_avg_pool2d(Pair, size), Layer1, nn.functional.interpolate(Layer2, size, mode: InterpolationMode.Nearest)], 1);
    }
}
