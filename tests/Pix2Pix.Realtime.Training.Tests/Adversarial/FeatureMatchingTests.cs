using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Adversarial;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Adversarial;

public sealed class FeatureMatchingTests
{
    [Fact]
    public void It_is_the_mean_over_layers_and_scales_of_the_mean_differences()
    {
        using var scope = NewDisposeScope();
        IReadOnlyList<Judgement> translated = [new(zeros(1), [tensor(new[] { 1f, 2 }), tensor(new[] { 3f })]), new(zeros(1), [tensor(new[] { -1f, -1 })])];
        IReadOnlyList<Judgement> real = [new(zeros(1), [tensor(new[] { 0f, 0 }), tensor(new[] { 5f })]), new(zeros(1), [tensor(new[] { 1f, -1 })])];
        Assert.Equal((1.5 + 2 + 1) / 3, FeatureMatching.Of(translated, real).Number(), 1e-6);
    }

    [Fact]
    public void It_teaches_the_translation_and_asks_nothing_of_the_photograph()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        using var discriminator = Discriminator.OfPatches(6, 4, 1, NormKind.Batch, scales: 2);
        Initialisation.Apply(discriminator.Layers, Settings.WeightInit.Normal, 0.2, random);
        var (translated, real) = (rand(1, 6, 64, 64).requires_grad_(true), rand(1, 6, 64, 64).requires_grad_(true));
        FeatureMatching.Of(discriminator.Judge(translated), discriminator.Judge(real)).backward();
        Assert.True(translated.grad!.abs().sum().Number() > 0);
        Assert.Null(real.grad);
        Assert.Equal(0, FeatureMatching.Of(discriminator.Judge(real), discriminator.Judge(real)).Number());
    }
}
