using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Costs;

/// <summary>The cost of a network, computed from its layers without building it.</summary>
/// <param name="Weights">Its trained numbers: weights, biases, and the norms' two for each channel.</param>
/// <param name="Multiplies">Multiply-adds of one pass over one picture.</param>
internal readonly record struct NetworkCost(long Weights, double Multiplies)
{
    /// <summary>pix2pix's kernels in both networks.</summary>
    private const int Kernel = 4;

    public static NetworkCost operator +(NetworkCost one, NetworkCost other) => new(one.Weights + other.Weights, one.Multiplies + other.Multiplies);

    /// <summary>As <see cref="GeneratorShape"/>'s remarks define the layers.</summary>
    /// <param name="shape">The generator.</param>
    /// <param name="side">Of its picture, in pixels.</param>
    public static NetworkCost Of(GeneratorShape shape, int side) => shape.Kind == GeneratorKind.UNet ? UNet(shape, side) : ResNet(shape, side);

    /// <summary>The discriminator that the settings describe.</summary>
    public static NetworkCost OfDiscriminator(SettingValues settings)
    {
        var (width, side, crop) = (settings.Get(TrainingSettings.DiscriminatorWidth), settings.Get(TrainingSettings.CropSize), settings.Get(TrainingSettings.DiscriminatorCrop));
        side = crop > 0 ? Math.Min(crop, side) : side;
        var channels = (int)settings.Get(TrainingSettings.DataInputChannels) + (int)settings.Get(TrainingSettings.DataTargetChannels);
        var norm = settings.Get(TrainingSettings.DiscriminatorNorm);
        if (settings.Get(TrainingSettings.DiscriminatorFamily) == DiscriminatorKind.Features)
        {
            // A view of half the sides, and at a quarter of that the pair again with 64 + 128 channels of features.
            return Patches(channels, width, settings.Get(TrainingSettings.DiscriminatorLayers), norm, side / 2)
                + Layer(channels + 192, 64, 1, side / 8, NormKind.None) + Layer(64, 128, Kernel, side / 16, NormKind.None) + Layer(128, 1, 3, side / 16, NormKind.None);
        }

        if (settings.Get(TrainingSettings.DiscriminatorFamily) == DiscriminatorKind.Pixel)
        {
            return Layer(channels, width, 1, side, NormKind.None) + Layer(width, 2 * width, 1, side, norm) + Layer(2 * width, 1, 1, side, NormKind.None);
        }

        var layers = settings.Get(TrainingSettings.DiscriminatorLayers);
        return Enumerable.Range(0, settings.Get(TrainingSettings.DiscriminatorScales)).Select(scale => Patches(channels, width, layers, norm, side >> scale))
            .Aggregate((sum, scale) => sum + scale);
    }

    /// <summary>The first two groups of blocks of a ResNet-18, which the perceptual loss and a discriminator of features show a view of half the sides. They don't learn.</summary>
    /// <param name="side">Of the whole picture, in pixels.</param>
    public static NetworkCost OfEarlyFeatures(int side)
    {
        var group1 = Layer(64, 64, 3, side / 8, NormKind.None).Multiplies;
        var group2 = Layer(128, 128, 3, side / 16, NormKind.None).Multiplies;
        return new NetworkCost(0, Layer(3, 64, 7, side / 4, NormKind.None).Multiplies + (4 * group1) + (3.5 * group2) + Layer(64, 128, 1, side / 16, NormKind.None).Multiplies);
    }

    private static NetworkCost Patches(int channels, int width, int layers, NormKind norm, int side)
    {
        var (cost, inputs) = (default(NetworkCost), channels);
        for (var i = 0; i <= layers; i++)
        {
            var outputs = width * Math.Min(1 << i, 8);
            side = i < layers ? side / 2 : side - 1;
            cost += Layer(inputs, outputs, Kernel, side, i == 0 ? NormKind.None : norm);
            inputs = outputs;
        }

        return cost + Layer(inputs, 1, Kernel, side - 1, NormKind.None);
    }

    private static NetworkCost UNet(GeneratorShape shape, int side)
    {
        var (cost, innermost) = (default(NetworkCost), shape.Depth - 1);
        for (var level = 0; level <= innermost; level++)
        {
            var (isOuter, isInner) = (level == 0, level == innermost);
            var (above, own, below) = (isOuter ? shape.InputChannels : shape.Channels(level - 1), shape.Channels(level), side / shape.Patch >> (level + 1));
            var kernel = isOuter ? Kernel * shape.Patch : Kernel;
            cost += Layer(above, own, kernel, below, isOuter || isInner ? NormKind.None : shape.Norm);
            var (joined, outputs, norm) = (isInner ? own : 2 * own, isOuter ? shape.OutputChannels : above, isOuter ? NormKind.None : shape.Norm);

            // A transposed convolution multiplies once for each pixel that it reads, a resized one for each that it writes.
            cost += shape.Upsample == UpsampleKind.Transposed ? Layer(joined, outputs, kernel, below, norm) : Layer(joined, outputs, 3, 2 * below, norm);
        }

        return cost;
    }

    private static NetworkCost ResNet(GeneratorShape shape, int side)
    {
        var (patch, edge) = (shape.Patch, (2 * shape.EdgeReach) + 1);
        side /= patch;
        var cost = Layer(shape.InputChannels, shape.Width, edge * patch, side, shape.Norm) + Layer(shape.Width, shape.OutputChannels * patch * patch, edge, side, NormKind.None);
        for (var level = 0; level < shape.Levels; level++)
        {
            var (fewer, more, inner) = (shape.Channels(level), shape.Channels(level + 1), side >> (level + 1));
            cost += Layer(fewer, more, 3, inner, shape.Norm) + Layer(more, fewer, 3, shape.Upsample == UpsampleKind.Transposed ? inner : 2 * inner, shape.Norm);
        }

        var channels = shape.Channels(shape.Levels);
        var block = Layer(channels, channels, 3, side >> shape.Levels, shape.Norm);
        return cost + new NetworkCost(block.Weights * 2 * shape.Depth, block.Multiplies * 2 * shape.Depth);
    }

    /// <param name="inputs">Channels.</param>
    /// <param name="outputs">Channels.</param>
    /// <param name="kernel">Its side.</param>
    /// <param name="side">Of the picture for each of whose pixels it multiplies once.</param>
    /// <param name="norm">What follows it; none = it has a bias.</param>
    private static NetworkCost Layer(int inputs, int outputs, int kernel, int side, NormKind norm)
    {
        var weights = (long)inputs * outputs * kernel * kernel;
        return new NetworkCost(weights + (norm == NormKind.None ? outputs : 2 * outputs), (double)weights * side * side);
    }
}
