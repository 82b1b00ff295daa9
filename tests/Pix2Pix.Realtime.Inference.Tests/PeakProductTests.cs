using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference.Tests;

public sealed class PeakProductTests
{
    private static readonly ProductShape Small = new(Rows: 9, Inner: 5, Columns: 7);

    [Fact]
    public void The_yardstick_is_one_of_the_products_that_were_tried()
    {
        using var floats = PeakProduct.OfFloats([Small, new(256, 256, 256)]);
        using var bytes = PeakProduct.OfBytes([Small]);
        floats.Run();
        bytes.Run();

        // The small one is hardly more than a call.
        Assert.Equal(256.0 * 256 * 256, floats.Count);
        Assert.Equal(Small.Count, bytes.Count);
    }

    [Fact]
    public void OneDnn_accepts_what_it_is_called_with()
    {
        using var floats = OneDnnProduct.OfFloats(Small);
        using var bytes = OneDnnProduct.OfBytes(Small);
        Assert.SkipWhen(floats is null || bytes is null, "oneDNN is not installed");
        floats.Run();
        bytes.Run();
    }

    [Fact]
    public void A_product_of_matrices_is_one()
    {
        var left = Left();
        var answer = PlainRun.Answer(ProductGraph.Floats(Small), left);
        for (var i = 0; i < answer.Length; i++)
        {
            var (row, column) = (i / Small.Columns, i % Small.Columns);
            Assert.Equal(Enumerable.Range(0, Small.Inner).Sum(k => left[(row * Small.Inner) + k] * Right((k * Small.Columns) + column)), answer[i], 4);
        }
    }

    [Fact]
    public void A_convolution_over_one_pixel_is_the_same_product_transposed()
    {
        var left = Left();
        var answer = PlainRun.Answer(ProductGraph.Convolution(Small), left);
        for (var i = 0; i < answer.Length; i++)
        {
            var (column, row) = (i / Small.Rows, i % Small.Rows);
            Assert.Equal(Enumerable.Range(0, Small.Inner).Sum(k => left[(k * Small.Rows) + row] * Right((column * Small.Inner) + k)), answer[i], 4);
        }
    }

    private static float[] Left() => [.. Enumerable.Range(0, Small.Rows * Small.Inner).Select(i => (float)(i % 5))];

    private static float Right(int i) => i % 7 * 0.1f;
}
