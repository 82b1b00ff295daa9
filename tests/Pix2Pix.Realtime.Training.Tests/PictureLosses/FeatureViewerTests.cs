using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.PictureLosses;
using Pix2Pix.Realtime.Training.Schedules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class FeatureViewerTests
{
    [Fact]
    public void A_share_of_the_steps_sees_the_whole_picture_at_half_its_size_and_the_others_a_crop_of_half_the_sides()
    {
        using var scope = NewDisposeScope();
        using var viewer = new FeatureViewer(EarlyFeatures.Load(EarlyFeatures.PackagedFolder), wholeShare: 0.5);
        var (map, target) = (rand(1, 3, 128, 128), rand(1, 3, 128, 128));
        var wholes = 0;
        for (var step = 0; step < 40; step++)
        {
            var translation = rand(1, 3, 128, 128).requires_grad_(true);
            var view = View(translation, step);
            view.Joined().sum().backward();
            var touched = translation.grad!.abs().sum([0, 1]).gt(0);
            var side = (int)touched.any(0).sum().Number();
            Assert.Equal(side, touched.any(1).sum().Number());
            Assert.Contains(side, new[] { 64, 128 });
            wholes += side / 128;
            if (side == 128)
            {
                Assert.True(view.Pair.narrow(1, 3, 3).allclose(nn.functional.avg_pool2d(translation, 2)));
                Assert.Equal(TensorMemory.ToArray(map.slice(2, 0, 128, 2).slice(3, 0, 128, 2)), TensorMemory.ToArray(view.Pair.narrow(1, 0, 3)));
            }
            else
            {
                Assert.NotEqual(TensorMemory.ToArray(view.Pair), TensorMemory.ToArray(View(translation, step + 1).Pair));
            }

            Assert.Equal(TensorMemory.ToArray(view.Layer1), TensorMemory.ToArray(View(translation, step).Layer1));
        }

        Assert.InRange(wholes, 10, 30);

        FeatureView View(Tensor translation, long step) => viewer.Of(map, translation, map, target, new StepRandom(1, step)).Translated;
    }

    [Fact]
    public void The_whole_may_be_most_of_it_at_any_place_and_size()
    {
        using var scope = NewDisposeScope();
        using var viewer = new FeatureViewer(EarlyFeatures.Load(EarlyFeatures.PackagedFolder), wholeShare: 1, wholeLeast: 0.75);
        var (map, target) = (rand(1, 3, 64, 128), rand(1, 3, 64, 128));
        var places = new HashSet<(int Height, int Width, int Left)>();
        for (var step = 0; step < 30; step++)
        {
            var translation = rand(1, 3, 64, 128).requires_grad_(true);
            var view = viewer.Of(map, translation, map, target, new StepRandom(1, step)).Translated;
            Assert.Equal([1, 6, 32, 64], view.Pair.shape);
            view.Pair.narrow(1, 3, 3).sum().backward();
            var touched = translation.grad!.abs().sum([0, 1]).gt(0);
            var (height, width) = ((int)touched.any(1).sum().Number(), (int)touched.any(0).sum().Number());
            Assert.InRange(height, 48, 64);
            Assert.InRange(width, 96, 128);
            places.Add((height, width, (int)touched.any(0).to(ScalarType.Float32).argmax().Number()));
        }

        Assert.InRange(places.Count, 20, 30);
    }

    [Fact]
    public void Joined_it_has_map_picture_and_both_layers_of_the_same_view_at_a_quarter_of_its_sides()
    {
        using var scope = NewDisposeScope();
        using var viewer = new FeatureViewer(EarlyFeatures.Load(EarlyFeatures.PackagedFolder), wholeShare: 0.5);
        var (bent, straight, target) = (rand(2, 3, 64, 64), rand(2, 3, 64, 64), rand(2, 3, 64, 64));
        var (translated, real) = viewer.Of(bent, target, straight, target, new StepRandom(1, 1));
        var joined = real.Joined();
        Assert.Equal([2, 6 + FeatureView.Channels, 8, 8], joined.shape);
        Assert.True(joined.narrow(1, 0, 6).allclose(nn.functional.avg_pool2d(real.Pair, 4), atol: 1e-6));
        Assert.Equal(TensorMemory.ToArray(real.Layer1), TensorMemory.ToArray(joined.narrow(1, 6, 64)));
        Assert.Equal(TensorMemory.ToArray(real.Layer2), TensorMemory.ToArray(joined.narrow(1, 70, 128).slice(2, 0, 8, 2).slice(3, 0, 8, 2)));

        // The same photograph on both sides: only the maps differ, each being its own picture's.
        Assert.Equal(TensorMemory.ToArray(real.Layer2), TensorMemory.ToArray(translated.Layer2));
        Assert.Equal(TensorMemory.ToArray(real.Pair.narrow(1, 3, 3)), TensorMemory.ToArray(translated.Pair.narrow(1, 3, 3)));
        Assert.NotEqual(TensorMemory.ToArray(real.Pair), TensorMemory.ToArray(translated.Pair));
    }
}
