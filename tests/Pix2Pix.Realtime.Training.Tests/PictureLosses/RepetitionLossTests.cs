using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.PictureLosses;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class RepetitionLossTests
{
    private const int Side = 16;

    [Fact]
    public void What_stands_at_the_same_place_in_every_picture_is_pushed_away_and_nothing_else()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        using var loss = new RepetitionLoss(3, Side, CPU);
        for (var step = 0; step < 400; step++)
        {
            var target = randn([1, 3, Side, Side], generator: random);
            var translation = target + randn([1, 3, Side, Side], generator: random).Times(0.1);
            translation.narrow(2, 4, 2).narrow(3, 4, 2).add_(1);
            loss.Remember(translation, target, exchange: null);
        }

        var next = zeros(1, 3, Side, Side).requires_grad_(true);
        loss.Of(next, zeros(1, 3, Side, Side)).backward();
        var gradient = next.grad!.Times(3 * Side * Side);
        var lamp = gradient.narrow(2, 4, 2).narrow(3, 4, 2);
        Assert.InRange(lamp.mean().Number(), 0.8, 0.95);
        Assert.InRange(gradient.abs().sum().Number() - lamp.abs().sum().Number(), 0, 0.02 * 3 * Side * Side);
    }

    [Fact]
    public void Before_the_first_step_it_asks_for_nothing()
    {
        using var scope = NewDisposeScope();
        using var loss = new RepetitionLoss(3, Side, CPU);
        var translation = ones(2, 3, Side, Side).requires_grad_(true);
        loss.Of(translation, zeros(2, 3, Side, Side)).backward();
        Assert.Equal(0, translation.grad!.abs().sum().Number());
    }
}
