using Pix2Pix.Realtime.Costs;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Runs;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

/// <summary>What is counted before a run, against the networks that the run then builds.</summary>
public sealed class RunCostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("generator.norm=batch")]
    [InlineData("generator.statistics=running")]
    [InlineData("generator.norm=none", "discriminator.norm=none")]
    [InlineData("generator.upsample=resize", "discriminator.layers=1")]
    [InlineData("discriminator.scales=3", "discriminator.layers=1")]
    [InlineData("generator.kind=resnet", "generator.norm=instance")]
    [InlineData("generator.patch=2")]
    [InlineData("generator.kind=resnet", "generator.patch=4", "generator.depth=2")]
    [InlineData("generator.kind=resnet", "generator.upsample=resize", "generator.depth=2")]
    [InlineData("discriminator.kind=features", "data.input_channels=1")]
    [InlineData("discriminator.kind=pixel", "data.input_channels=1", "data.target_channels=4", "training.batch_size=3")]
    public void The_weights_that_were_counted_are_those_of_the_networks(params string[] overrides)
    {
        var settings = new SmallRun(_folder, overrides).Settings;
        var counted = RunCost.Of(settings);
        var recipe = new Recipe(settings, (int)settings.Get(Settings.TrainingSettings.DataInputChannels), (int)settings.Get(Settings.TrainingSettings.DataTargetChannels));
        using var trainer = recipe.CreateTrainer(CPU);
        Assert.Equal(RunSummary.Memory(recipe, trainer, settings), counted.Memory);
    }

    [Fact]
    public void The_first_half_of_a_ResNet_18_on_a_quarter_of_the_picture_multiplies_324_million_times() =>
        Assert.InRange(NetworkCost.OfEarlyFeatures(256).Multiplies, 323e6, 325e6);

    [Theory]
    [InlineData("loss.perceptual_weight=1")]
    [InlineData("discriminator.kind=features")]
    public void What_a_frozen_network_looks_at_counts(string option) =>
        Assert.True(RunCost.Of(new SmallRun(_folder, option).Settings).MultipliesPerStep > 3 * NetworkCost.OfEarlyFeatures(64).Multiplies);

    [Fact]
    public void The_256_pixel_generator_multiplies_six_thousand_million_times()
    {
        var settings = new SmallRun(_folder, "data.load_size=286", "data.crop_size=256", "generator.width=64").Settings;
        Assert.InRange(NetworkCost.Of(RunCost.Of(settings).Memory.Generator, 256).Multiplies, 6.0e9, 6.1e9);
    }
}
