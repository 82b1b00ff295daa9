using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

/// <summary>One product instead of a convolution: the same answer and the same gradients, as they lie in memory too.</summary>
public class MatrixConvolutionTests
{
    [Theory]
    [InlineData(1, 8, 8, 4, 2, 1, false)]
    [InlineData(3, 4, 2, 4, 2, 1, false)]
    [InlineData(2, 4, 7, 3, 1, 1, false)]
    [InlineData(1, 7, 4, 3, 2, 1, false)]
    [InlineData(1, 1, 1, 4, 2, 1, true)]
    [InlineData(3, 2, 4, 4, 2, 1, true)]
    [InlineData(2, 3, 2, 3, 2, 1, true)]
    [InlineData(1, 4, 4, 8, 4, 2, true)]
    public void It_gives_what_the_convolution_gives(int pictures, int height, int width, int kernel, int stride, int padding, bool transposed)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)(kernel + height));
        var shape = new ConvolutionShape(6, 10, kernel, stride, padding, transposed);
        using var convolution = new Convolution(shape, bias: true);
        using (no_grad())
        {
            convolution.Weight.normal_(0, 1, random);
            convolution.Bias!.normal_(0, 1, random);
        }

        var input = randn([pictures, 6, height, width], generator: random).requires_grad_(true);
        Assert.True(MatrixConvolution.Fits(shape, input));

        var (byProduct, productGradients) = Answer(convolution, input, mayBeMatrix: true, random: 7);
        var (byConvolution, gradients) = Answer(convolution, input, mayBeMatrix: false, random: 7);

        Assert.True(Difference(byConvolution, byProduct) < 1e-5, $"answers differ by {Difference(byConvolution, byProduct)}");
        Assert.All(gradients.Zip(productGradients), pair =>
        {
            Assert.Equal(pair.First.stride(), pair.Second.stride());
            Assert.True(Difference(pair.First, pair.Second) < 1e-5, $"gradients differ by {Difference(pair.First, pair.Second)}");
        });
    }

    [Fact]
    public void Many_positions_and_doubled_pictures_stay_convolutions()
    {
        using var scope = NewDisposeScope();
        var shape = new ConvolutionShape(6, 10, 4, 2, 1);

        Assert.True(MatrixConvolution.Fits(shape, zeros(1, 6, 16, 16)));
        Assert.True(MatrixConvolution.Fits(shape, zeros(4, 6, 16, 16)));
        Assert.False(MatrixConvolution.Fits(shape, zeros(5, 6, 16, 16)));
        Assert.False(MatrixConvolution.Fits(shape, zeros(1, 6, 32, 32)));
        Assert.True(MatrixConvolution.Fits(shape with { Transposed = true }, zeros(1, 6, 8, 8)));
        Assert.False(MatrixConvolution.Fits(shape with { Transposed = true }, zeros(1, 6, 16, 16)));
        Assert.False(MatrixConvolution.Fits(new ConvolutionShape(6, 10, 3, 1, 1, Twice: true), zeros(1, 6, 2, 2)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_is_the_same_to_the_last_bit_beside_others(bool transposed)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        using var convolution = new Convolution(new ConvolutionShape(48, 32, 4, 2, 1, transposed), bias: false);
        using (no_grad())
        {
            convolution.Weight.normal_(0, 1, random);
        }

        var pictures = randn([3, 48, 4, 4], generator: random);
        var together = convolution.forward(pictures);

        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(0, Difference(together[TensorIndex.Slice(i, i + 1)], convolution.forward(pictures[TensorIndex.Slice(i, i + 1)]))));
    }

    /// <summary>The answer and the gradients of weight, bias and input for the same random direction.</summary>
    private static (Tensor Answer, Tensor[] Gradients) Answer(Convolution convolution, Tensor input, bool mayBeMatrix, ulong random)
    {
        convolution.MayBeMatrix = mayBeMatrix;
        var answer = convolution.forward(input);
        using var generator = new Generator(random);
        answer.backward([randn(answer.shape, generator: generator)]);
        Tensor[] learning = [convolution.Weight, convolution.Bias!, input];
        Tensor[] gradients = [.. learning.Select(tensor => tensor.grad!.clone())];
        foreach (var tensor in learning)
        {
            tensor.grad = null;
        }

        return (answer, gradients);
    }

    /// <summary>The largest difference, relative to the largest value.</summary>
    private static double Difference(Tensor one, Tensor other) => (one - other).abs().max().Number() / one.abs().max().Number();
}
