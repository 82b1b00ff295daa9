using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

/// <summary>The answer and the gradients of a convolution, whatever its channels, next to those in double precision, which oneDNN has no part in.</summary>
public class WholeBlocksTests
{
    [Theory]
    [InlineData(3, 16, false)]
    [InlineData(19, 16, false)]
    [InlineData(9, 1, false)]
    [InlineData(16, 5, false)]
    [InlineData(1, 1, false)]
    [InlineData(16, 3, true)]
    [InlineData(24, 20, true)]
    [InlineData(1, 1, true)]
    public void Any_number_of_channels_gives_what_the_formula_gives(int inputs, int outputs, bool transposed)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)(inputs + outputs));
        var input = randn([2, inputs, 12, 12], generator: random).requires_grad_(true);
        var weight = randn(transposed ? [inputs, outputs, 4, 4] : [outputs, inputs, 4, 4], generator: random).requires_grad_(true);
        var bias = randn([outputs], generator: random).requires_grad_(true);
        Tensor[] learning = [input, weight, bias];
        var (exactInput, exactWeight, exactBias) = (Exact(input), Exact(weight), Exact(bias));

        var whole = Learn(WholeBlocks.Convolve(new ConvolutionShape(inputs, outputs, 4, 2, 1, transposed), input, weight, bias), learning);
        var exact = Learn(
            transposed
                ? nn.functional.conv_transpose2d(exactInput, exactWeight, exactBias, strides: [2, 2], padding: [1, 1])
                : nn.functional.conv2d(exactInput, exactWeight, exactBias, strides: [2, 2], padding: [1, 1]),
            [exactInput, exactWeight, exactBias]);

        Assert.All(exact.Zip(whole), pair =>
        {
            Assert.Equal(pair.First.shape, pair.Second.shape);
            var difference = (pair.First - pair.Second).abs().max().Number();
            Assert.True(difference <= 1e-5 * pair.First.abs().max().Number(), $"{difference}");
        });
    }

    private static Tensor Exact(Tensor tensor) => tensor.detach().to(ScalarType.Float64).requires_grad_(true);

    /// <summary>The answer, and the gradients of its squares.</summary>
    private static Tensor[] Learn(Tensor answer, Tensor[] learning)
    {
        answer.square().mean().backward();
        Tensor[] learned = [answer.detach(), .. learning.Select(tensor => tensor.grad!.clone())];
        foreach (var tensor in learning)
        {
            tensor.grad = null;
        }

        return learned;
    }
}
