using CsCheck;
using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Tests.Judging;

public sealed class FrechetDistanceTests
{
    private static readonly Gen<float[][]> Sets = Gen.Float[-1, 1].Array[6].Array[8];

    [Fact]
    public void A_set_is_at_no_distance_from_itself() => Sets.Sample(set => FrechetDistance.Between(set, set) < 1e-6);

    [Fact]
    public void It_is_symmetric() => Gen.Select(Sets, Sets).Sample((a, b) =>
        Math.Abs(FrechetDistance.Between(a, b) - FrechetDistance.Between(b, a)) < 1e-6);

    [Fact]
    public void A_shift_counts_by_its_squared_length() => Sets.Sample(set =>
        Math.Abs(FrechetDistance.Between(set, [.. set.Select(vector => vector.Select(value => value + 0.5f).ToArray())]) - (6 * 0.25)) < 1e-4);

    [Fact]
    public void One_dimension_gives_the_textbook_formula()
    {
        float[][] narrow = [[-1], [1]], wide = [[2], [8]];
        // Means 0 and 5, deviations √2 and √18: 25 + (√18 - √2)².
        Assert.Equal(25 + 8, FrechetDistance.Between(narrow, wide), 6);
    }
}
