using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

public sealed class EvenPhasesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(9)]
    public void A_flat_area_stays_flat_in_as_many_of_the_finest_levels_as_are_even(int levels)
    {
        using var scope = NewDisposeScope();
        using var generator = Seeded();
        EvenPhases.Apply(generator, levels);
        var decoder = generator.Layers.Skip(generator.Shape.Depth).ToList();
        Assert.Equal(decoder.Select((_, level) => level < levels), decoder.Select(layer => LatticeOf(layer) < 1e-4));
    }

    [Theory]
    [InlineData(GeneratorKind.UNet, 1)]
    [InlineData(GeneratorKind.UNet, 2)]
    [InlineData(GeneratorKind.UNet, 4)]
    [InlineData(GeneratorKind.ResNet, 2)]
    [InlineData(GeneratorKind.ResNet, 4)]
    public void With_all_levels_even_a_flat_map_gives_a_picture_that_is_flat_where_the_border_does_not_reach(GeneratorKind kind, int patch)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var generator = Seeded(kind, patch);
        Assert.True(Contrast() > 1e-2);
        EvenPhases.Apply(generator, 3);
        Assert.InRange(Contrast(), 0, 1e-3);

        double Contrast()
        {
            var (side, middle) = (128 * patch, 64 * patch);
            var inner = generator.forward(zeros(1, 3, side, side)).narrow(2, middle, 8 * patch).narrow(3, middle, 8 * patch);
            return (inner.amax([2, 3]) - inner.amin([2, 3])).max().Number();
        }
    }

    [Fact]
    public void The_mean_of_the_four_sums_stays_and_even_weights_are_left_as_they_are()
    {
        using var scope = NewDisposeScope();
        using var generator = Seeded();
        var weight = generator.Layers.First(layer => layer.Convolution.Shape.Transposed).Convolution.Weight;
        var before = weight.sum([2, 3]);
        EvenPhases.Apply(generator, 1);
        Assert.True(weight.sum([2, 3]).allclose(before, atol: 1e-5));
        var even = weight.detach().clone();
        EvenPhases.Apply(generator, 1);
        Assert.True(weight.allclose(even, atol: 1e-6));
    }

    /// <summary>What the four kinds of pixels differ by where the input is 1 everywhere, beyond the border.</summary>
    private static double LatticeOf(Layer layer)
    {
        using var noGradient = no_grad();
        var inner = layer.forward(ones(1, layer.Convolution.Shape.Inputs, 8, 8)).narrow(2, 4, 8).narrow(3, 4, 8);
        return (inner.amax([2, 3]) - inner.amin([2, 3])).max().Number();
    }

    private static GeneratorNetwork Seeded(GeneratorKind kind = GeneratorKind.UNet, int patch = 1)
    {
        using var random = new Generator(5);
        var generator = GeneratorNetwork.Create(new GeneratorShape(kind, 3, 3, 4, 3, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed, 0) { Patch = patch });
        Initialisation.Apply(generator.Layers, Settings.WeightInit.Kaiming, 1, random);
        foreach (var layer in generator.Layers)
        {
            layer.named_parameters().First(entry => entry.name.EndsWith("bias", StringComparison.Ordinal)).parameter.detach().uniform_(-1, 1, random);
        }

        return generator;
    }
}
