using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference.Tests;

public sealed class PeakMatMulTests
{
    [Fact]
    public void The_yardsticks_of_both_arithmetics_run()
    {
        using var floats = PeakMatMul.OfFloats();
        using var bytes = PeakMatMul.OfBytes();
        floats.Run();
        bytes.Run();
    }

    [Fact]
    public void The_product_is_one()
    {
        const int side = 9;
        float[] left = [.. Enumerable.Range(0, side * side).Select(i => (float)(i % 5))];
        var answer = PlainRun.Answer(ProductGraph.Floats(side), left);
        for (var i = 0; i < answer.Length; i++)
        {
            var (row, column) = (i / side, i % side);
            Assert.Equal(Enumerable.Range(0, side).Sum(k => left[(row * side) + k] * (((k * side) + column) % 7 * 0.1f)), answer[i], 4);
        }
    }
}
