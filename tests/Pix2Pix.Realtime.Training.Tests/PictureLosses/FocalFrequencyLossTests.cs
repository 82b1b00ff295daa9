using System.Numerics;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.PictureLosses;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class FocalFrequencyLossTests
{
    private const int Side = 6;

    [Fact]
    public void It_is_the_plain_formula()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(4);
        var (translation, target) = (rand([2, 3, Side, Side], generator: random), rand([2, 3, Side, Side], generator: random));
        var difference = TensorMemory.ToArray(translation - target);
        var planes = difference.Chunk(Side * Side).SelectMany(plane =>
        {
            var distances = Spectrum(plane).Select(value => value.Magnitude).ToList();
            return distances.Select(distance => distance / distances.Max() * distance * distance);
        });
        Assert.Equal(planes.Average(), FocalFrequencyLoss.Of(translation, target).Number(), 1e-6);
    }

    [Fact]
    public void A_lattice_costs_more_than_noise_of_the_same_energy()
    {
        using var scope = NewDisposeScope();
        var target = zeros(1, 1, 32, 32);
        var lattice = arange(32).remainder(2).mul(2).sub(1).to(ScalarType.Float32).expand(1, 1, 32, 32);
        using var random = new Generator(2);
        var noise = randn([1, 1, 32, 32], generator: random);
        noise /= noise.square().mean().sqrt();
        Assert.True(FocalFrequencyLoss.Of(lattice, target).Number() > 1.5 * FocalFrequencyLoss.Of(noise, target).Number());
    }

    [Fact]
    public void Its_gradient_moves_the_translation_toward_the_target_and_ends_there()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(2);
        var target = rand([1, 3, 16, 16], generator: random);
        var translation = rand([1, 3, 16, 16], generator: random).requires_grad_(true);
        FocalFrequencyLoss.Of(translation, target).backward();
        Assert.True((translation.grad! * (translation.detach() - target)).sum().Number() > 0);

        var same = target.clone().requires_grad_(true);
        FocalFrequencyLoss.Of(same, target).backward();
        Assert.Equal(0, same.grad!.abs().sum().Number());
    }

    /// <summary>The discrete Fourier transform by its definition, scaled so that it keeps the energy.</summary>
    private static IEnumerable<Complex> Spectrum(float[] plane) =>
        from v in Enumerable.Range(0, Side)
        from u in Enumerable.Range(0, Side)
        select plane.Select((value, i) => value * Complex.FromPolarCoordinates(1, -2 * Math.PI * ((u * (i % Side)) + (v * (i / Side))) / Side)).Aggregate((sum, one) => sum + one) / Side;
}
