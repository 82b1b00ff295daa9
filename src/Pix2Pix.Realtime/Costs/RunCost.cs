using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Costs;

/// <summary>The estimated cost of a run, from its settings alone.</summary>
/// <param name="Memory">The peak.</param>
/// <param name="MultipliesPerStep">Multiply-adds of a step: proportional to its time on one machine, roughly.</param>
internal readonly record struct RunCost(MemoryNeed Memory, double MultipliesPerStep)
{
    /// <summary>A step passes the generator forwards once and backwards at twice the price.</summary>
    private const double GeneratorPasses = 3;

    /// <summary>It judges the real and the translated pair, both ways, and once more for the generator's sake.</summary>
    private const double DiscriminatorPasses = 8;

    /// <summary>A frozen network sees the translation, both ways, and the photograph.</summary>
    private const double FeaturePasses = 3;

    public static RunCost Of(SettingValues settings)
    {
        var (shape, side, batch) = (GeneratorSettings.Shape(settings), settings.Get(TrainingSettings.CropSize), settings.Get(TrainingSettings.BatchSize));
        var (generator, discriminator) = (NetworkCost.Of(shape, side), NetworkCost.OfDiscriminator(settings));
        var isSeen = settings.Get(TrainingSettings.PerceptualWeight) > 0 || settings.Get(TrainingSettings.DiscriminatorFamily) == DiscriminatorKind.Features;
        var features = isSeen ? NetworkCost.OfEarlyFeatures(side) : default;
        return new RunCost(
            new MemoryNeed(generator.Weights + discriminator.Weights, shape, settings.Get(TrainingSettings.DiscriminatorWidth), side, batch),
            batch * ((GeneratorPasses * generator.Multiplies) + (DiscriminatorPasses * discriminator.Multiplies) + (FeaturePasses * features.Multiplies)));
    }
}
