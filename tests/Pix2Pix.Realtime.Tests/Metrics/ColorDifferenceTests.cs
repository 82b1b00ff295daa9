using Pix2Pix.Realtime.Metrics;

namespace Pix2Pix.Realtime.Tests.Metrics;

public sealed class ColorDifferenceTests
{
    /// <summary>By the Lab values that the literature gives for sRGB's corners under D65.</summary>
    [Theory]
    [InlineData(1, 1, 1, 0, 0, 0, 100)]
    [InlineData(1, 0, 0, 0, 0, 0, 117.34)]
    [InlineData(0, 0, 1, 0, 0, 0, 137.65)]
    [InlineData(0.4, 0.5, 0.6, 0.4, 0.5, 0.6, 0)]
    public void Known_colours_have_known_distances(float r1, float g1, float b1, float r2, float g2, float b2, double expected) =>
        Assert.Equal(expected, ColorDifference.Of([r1, g1, b1], [r2, g2, b2]), 0.05);
}
