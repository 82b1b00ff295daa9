using CsCheck;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Metrics;

namespace Pix2Pix.Realtime.Tests.Metrics;

public sealed class MetricsTests
{
    private static readonly FrameShape Shape = new(3, 24, 32);
    private static readonly Gen<float[]> Picture = Gen.Float[-1, 1].Array[Shape.Count];

    [Fact]
    public void Equal_pictures_are_at_distance_nothing() => Picture.Sample(picture =>
        PictureDistance.L1(picture, picture) == 0
        && double.IsPositiveInfinity(PictureDistance.Psnr(picture, picture))
        && Math.Abs(StructuralSimilarity.Compare(picture, picture, Shape) - 1) < 1e-5);

    [Fact]
    public void Distances_are_symmetric_and_bounded() => Gen.Select(Picture, Picture).Sample((a, b) =>
        PictureDistance.L1(a, b) is >= 0 and <= 1
        && PictureDistance.L1(a, b) == PictureDistance.L1(b, a)
        && StructuralSimilarity.Compare(a, b, Shape) is >= -1 and <= 1.00001
        && Math.Abs(StructuralSimilarity.Compare(a, b, Shape) - StructuralSimilarity.Compare(b, a, Shape)) < 1e-5);

    [Fact]
    public void Black_against_white_is_one_apart()
    {
        var black = Enumerable.Repeat(-1f, Shape.Count).ToArray();
        var white = Enumerable.Repeat(1f, Shape.Count).ToArray();
        Assert.Equal(1, PictureDistance.L1(black, white), 6);
        Assert.Equal(0, PictureDistance.Psnr(black, white), 6);
        Assert.InRange(StructuralSimilarity.Compare(black, white, Shape), 0, 0.001);
    }

    [Fact]
    public void A_known_shift_gives_the_formulas_value()
    {
        var a = Enumerable.Repeat(0f, Shape.Count).ToArray();
        var b = Enumerable.Repeat(0.2f, Shape.Count).ToArray();
        Assert.Equal(0.1, PictureDistance.L1(a, b), 6);
        Assert.Equal(20, PictureDistance.Psnr(a, b), 4);
        // Flat pictures have no contrast, so only the brightness term remains: (2xy + C1) / (x² + y² + C1) at x = 0.5, y = 0.6.
        Assert.Equal((0.6 + 1e-4) / (0.25 + 0.36 + 1e-4), StructuralSimilarity.Compare(a, b, Shape), 3);
    }

    [Fact]
    public void Noise_lowers_the_similarity_of_structure()
    {
        var random = new Random(1);
        var picture = Enumerable.Range(0, Shape.Count).Select(i => MathF.Sin(i * 0.3f)).ToArray();
        var little = picture.Select(value => value + (0.1f * random.NextSingle())).ToArray();
        var much = picture.Select(value => value + (0.8f * random.NextSingle())).ToArray();
        Assert.True(StructuralSimilarity.Compare(picture, little, Shape) > StructuralSimilarity.Compare(picture, much, Shape));
    }
}
