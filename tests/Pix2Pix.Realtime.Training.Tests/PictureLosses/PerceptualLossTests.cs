using Pix2Pix.Realtime.Training.PictureLosses;
using Pix2Pix.Realtime.Training.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class PerceptualLossTests
{
    [Fact]
    public void It_is_the_sum_of_both_layers_differences_as_shares_of_what_the_target_holds()
    {
        using var scope = NewDisposeScope();
        using var network = EarlyFeatures.Load(EarlyFeatures.PackagedFolder);
        using var loss = new PerceptualLoss(EarlyFeatures.Load(EarlyFeatures.PackagedFolder));
        var (translation, target) = (rand(2, 3, 64, 64), rand(2, 3, 64, 64));
        var (seen, wanted) = (network.forward(translation), network.forward(target));
        var expected = new[] { (seen.Layer1, wanted.Layer1), (seen.Layer2, wanted.Layer2) }.Sum(pair => ((pair.Item1 - pair.Item2).abs().mean() / pair.Item2.abs().mean()).ToDouble());
        Assert.Equal(expected, loss.Of(translation, target, new StepRandom(1, 1)).ToDouble(), 1e-5);
        Assert.Equal(0, loss.Of(target, target, new StepRandom(1, 1)).ToDouble());
    }

    [Fact]
    public void A_large_picture_is_seen_by_a_crop_of_128_pixels_that_the_step_draws()
    {
        using var scope = NewDisposeScope();
        using var loss = new PerceptualLoss(EarlyFeatures.Load(EarlyFeatures.PackagedFolder));
        var (translation, target) = (rand(1, 3, 256, 256).requires_grad_(true), rand(1, 3, 256, 256));
        var first = loss.Of(translation, target, new StepRandom(1, 1));
        first.backward();
        var touched = translation.grad!.abs().sum([0, 1]).gt(0);
        Assert.Equal(128, touched.any(0).sum().ToInt64());
        Assert.Equal(128, touched.any(1).sum().ToInt64());
        Assert.Equal(first.ToDouble(), loss.Of(translation, target, new StepRandom(1, 1)).ToDouble());
        Assert.NotEqual(first.ToDouble(), loss.Of(translation, target, new StepRandom(1, 2)).ToDouble());
    }
}
