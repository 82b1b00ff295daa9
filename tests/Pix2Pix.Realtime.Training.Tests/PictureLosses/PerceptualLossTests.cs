using Pix2Pix.Realtime.Training.PictureLosses;
using Pix2Pix.Realtime.Training.Schedules;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class PerceptualLossTests
{
    [Fact]
    public void It_is_the_sum_of_both_layers_differences_as_shares_of_what_the_target_holds()
    {
        using var scope = NewDisposeScope();
        using var network = EarlyFeatures.Load(EarlyFeatures.PackagedFolder);
        using var viewer = new FeatureViewer(EarlyFeatures.Load(EarlyFeatures.PackagedFolder), wholeShare: 0);

        // Every crop of a picture that repeats itself in both directions holds the same.
        var (translation, target) = (rand(2, 3, 1, 1).expand(2, 3, 64, 64), rand(2, 3, 1, 1).expand(2, 3, 64, 64));
        var (seen, wanted) = (network.forward(translation.narrow(2, 0, 32).narrow(3, 0, 32)), network.forward(target.narrow(2, 0, 32).narrow(3, 0, 32)));
        var expected = new[] { (seen.Layer1, wanted.Layer1), (seen.Layer2, wanted.Layer2) }.Sum(pair => ((pair.Item1 - pair.Item2).abs().mean() / pair.Item2.abs().mean()).Number());
        Assert.Equal(expected, Of(translation), 1e-5);
        Assert.Equal(0, Of(target));

        double Of(Tensor picture)
        {
            var (translated, real) = viewer.Of(target, picture, target, target, new StepRandom(1, 1));
            return PerceptualLoss.Of(translated, real).Number();
        }
    }
}
