using CsCheck;
using Pix2Pix.Realtime.Onnx.Quantization;

namespace Pix2Pix.Realtime.Tests.Onnx;

public sealed class ValueHistogramTests
{
    [Fact]
    public void The_whole_range_holds_every_value_and_little_more() => Gen.Float[-1000, 1000].Array[1, 200].Array[1, 4].Sample(batches =>
    {
        var histogram = new ValueHistogram();
        foreach (var batch in batches)
        {
            histogram.Add(batch);
        }

        var (low, high) = (Math.Min(0, batches.Min(batch => batch.Min())), Math.Max(0, batches.Max(batch => batch.Max())));
        var range = histogram.Range(outside: 0);
        var slack = (Math.Max(high, -low) / 2048) + 2e-6f;
        Assert.InRange(range.Low, low - slack, low);
        Assert.InRange(range.High, high, high + slack);
    });

    [Fact]
    public void A_share_of_outliers_is_left_outside()
    {
        var histogram = new ValueHistogram();
        histogram.Add([.. Enumerable.Range(0, 10_000).Select(i => i / 10_000f)]);
        histogram.Add([500f, -500f]);
        var range = histogram.Range(outside: 0.001);
        Assert.InRange(range.High, 0.9f, 1.4f);
        Assert.Equal(0, range.Low);
        Assert.InRange(histogram.Range(0).Low, -501, -500);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_refused(float value) =>
        Assert.Contains("finite", Assert.Throws<UserException>(() => new ValueHistogram().Add([0, value, 1])).Message, StringComparison.Ordinal);

    [Fact]
    public void Zero_has_a_byte_of_its_own() => Gen.Float[-50, -0.001f].Select(Gen.Float[0, 50]).Sample((low, high) =>
    {
        var range = new ActivationRange(low, high);
        Assert.InRange((0 - range.ZeroPoint) * range.Scale, low - range.Scale, low + range.Scale);
        Assert.InRange((255 - range.ZeroPoint) * range.Scale, high - range.Scale, high + range.Scale);
    });
}
