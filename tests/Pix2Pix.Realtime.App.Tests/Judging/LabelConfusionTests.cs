using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Tests.Judging;

public sealed class LabelConfusionTests
{
    [Fact]
    public void Nothing_was_read_before_the_first_map() => Assert.Null(new LabelConfusion().MeanIntersectionOverUnion);

    [Fact]
    public void The_same_map_is_recovered_whole() => Assert.Equal(1, Of([1, 2, 3, 3], [1, 2, 3, 3]));

    [Fact]
    public void Each_class_counts_alike()
    {
        // Class 1: 2 of 3; class 2: 0 of 2, because one pixel of it was read as 1 and one of 3 as 2; class 3: 1 of 2.
        Assert.Equal(((2.0 / 3) + 0 + 0.5) / 3, Of([1, 1, 2, 3, 3], [1, 1, 1, 3, 2])!.Value, 6);
    }

    [Fact]
    public void A_class_that_is_not_in_the_maps_counts_against_those_it_was_read_for() => Assert.Equal(0.5, Of([1, 1], [1, 9]));

    private static double? Of(byte[] truth, byte[] answer)
    {
        var confusion = new LabelConfusion();
        confusion.Add(truth, answer);
        return confusion.MeanIntersectionOverUnion;
    }
}
