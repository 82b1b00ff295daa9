using Pix2Pix.Realtime.Settings;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Where weights start: convolutions at random, their biases at 0, norms at 1 (normal: around 1, as pix2pix's own code has it) and 0.</summary>
internal static class Initialisation
{
    /// <param name="layers">The layers to fill.</param>
    /// <param name="gain">The deviation of the normal distribution, the factor of the others.</param>
    /// <param name="source">Draws the numbers: the same seed, the same weights.</param>
    public static void Apply(IEnumerable<Layer> layers, WeightInit kind, double gain, Generator source)
    {
        using var noGradient = no_grad();
        foreach (var layer in layers)
        {
            var weight = layer.Convolution.Weight;
            var area = weight.shape[2] * weight.shape[3];
            var (fanIn, fanOut) = (weight.shape[1] * area, weight.shape[0] * area);
            var deviation = kind switch
            {
                WeightInit.Xavier => gain * Math.Sqrt(2.0 / (fanIn + fanOut)),
                WeightInit.Kaiming => Math.Sqrt(2.0 / fanIn),
                _ => gain,
            };
            weight.normal_(0, deviation, source);
            if (kind == WeightInit.Normal && layer.Norm is { } norm)
            {
                norm.Weight.normal_(1, gain, source);
            }
        }
    }
}
