using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Tests.Judging;

public sealed class PictureSpectrumTests
{
    private const int Side = 128;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_wave_shows_at_its_own_period_alone(int period)
    {
        var noise = Noise(0.01f);
        var waved = noise.Select((value, i) => value + (0.05f * MathF.Cos(2 * MathF.PI * (i % Side) / period))).ToArray();
        var (before, after) = (PictureSpectrum.Of(noise, Side), PictureSpectrum.Of(waved, Side));
        Assert.All(PictureSpectrum.Periods.Select((own, index) => (own, index)), place =>
        {
            var rise = after.Lattice[place.index] - before.Lattice[place.index];
            Assert.True(place.own == period ? rise > 1 : Math.Abs(rise) < 0.5, $"a wave of period {period} raised the lattice at {place.own} by {rise:F2}");
        });
    }

    [Fact]
    public void Noise_has_no_slope_no_lattice_and_the_same_power_in_every_octave()
    {
        var spectrum = PictureSpectrum.Of(Noise(0.1f), Side);
        Assert.InRange(spectrum.Slope, -0.3, 0.3);
        Assert.All(spectrum.Octaves, octave => Assert.InRange(octave, spectrum.Octaves[0] - 0.3, spectrum.Octaves[0] + 0.3));
        Assert.All(spectrum.Lattice, lattice => Assert.InRange(lattice, -1, 1));
    }

    [Fact]
    public void Twice_the_contrast_is_four_times_the_power_and_the_same_shape()
    {
        var (one, two) = (PictureSpectrum.Of(Noise(0.1f), Side), PictureSpectrum.Of(Noise(0.2f), Side));
        Assert.All(two.Octaves.Zip(one.Octaves), pair => Assert.Equal(Math.Log(4), pair.First - pair.Second, 3));
        Assert.Equal(one.Slope, two.Slope, 3);
    }

    private static float[] Noise(float strength)
    {
        var random = new SeededRandom(3);
        var values = new float[Side * Side];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = 0.5f + (strength * (float)((2 * random.NextDouble()) - 1));
        }

        return values;
    }
}
