using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.PictureLosses;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class LatticeLossTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_pattern_that_repeats_costs_its_energy(int period)
    {
        using var scope = NewDisposeScope();
        var target = zeros(1, 3, 128, 128);
        Assert.Equal(1, LatticeLoss.Of(Stripes(period), target).Number(), 1e-6);
        Assert.Equal(0, LatticeLoss.Of(target.clone(), target).Number());
    }

    [Fact]
    public void A_pattern_of_one_area_counts_there()
    {
        using var scope = NewDisposeScope();
        var target = zeros(1, 3, 128, 128);
        var picture = target.clone();
        picture.narrow(2, 64, 64).narrow(3, 0, 64).copy_(Stripes(8).narrow(2, 0, 64).narrow(3, 0, 64));
        Assert.Equal(0.25, LatticeLoss.Of(picture, target).Number(), 1e-6);
    }

    [Fact]
    public void Noise_of_the_same_energy_costs_hardly_anything()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(2);
        Assert.True(LatticeLoss.Of(randn([1, 3, 128, 128], generator: random), zeros(1, 3, 128, 128)).Number() < 0.05);
    }

    [Fact]
    public void Another_brightness_of_an_area_is_no_pattern()
    {
        using var scope = NewDisposeScope();
        var target = zeros(1, 3, 64, 64);
        Assert.Equal(0, LatticeLoss.Of(target.add(0.5), target).Number(), 1e-9);
    }

    [Theory]
    [InlineData(16, 32)]
    [InlineData(72, 200)]
    public void Sides_that_no_area_divides_are_answered(int height, int width)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(2);
        var target = rand([2, 3, height, width], generator: random);
        var translation = rand([2, 3, height, width], generator: random).requires_grad_(true);
        LatticeLoss.Of(translation, target).backward();
        Assert.True((translation.grad! * (translation.detach() - target)).sum().Number() > 0);
    }

    /// <summary>Upright, -1 and 1.</summary>
    private static Tensor Stripes(int period) =>
        arange(128).div(period / 2, RoundingMode.floor).remainder(2).mul(2).sub(1).to(ScalarType.Float32).expand(1, 3, 128, 128);
}
