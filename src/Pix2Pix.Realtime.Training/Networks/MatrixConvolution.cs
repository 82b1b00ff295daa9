using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// A convolution as one matrix product, for the innermost levels: there a picture has few positions and the layer millions of weights. libtorch's convolutions rearrange all
/// weights and their gradients at each step, which then costs more than the arithmetic; a product reads and writes them where they lie.
/// </summary>
internal static class MatrixConvolution
{
    /// <summary>Positions up to which the product is the faster one on a processor with AVX-512 (8x8; at 16x16 the two are level).</summary>
    private const long MostPositions = 64;

    /// <summary>Pictures of a batch up to which it still is: each has a product of its own.</summary>
    private const long MostPictures = 4;

    /// <summary>Whether a convolution is computed faster like this: on a CPU, of a few pictures with few positions.</summary>
    /// <param name="input"><c>[N,in,H,W]</c>.</param>
    public static bool Fits(ConvolutionShape shape, Tensor input)
    {
        var (rows, columns) = Positions(shape, input);
        return input.device_type == TorchSharp.DeviceType.CPU && !shape.Twice && shape is { Kernel: > 1, Block: 1 } && input.shape[0] <= MostPictures && rows * columns <= MostPositions;
    }

    /// <param name="input"><c>[N,in,H,W]</c>.</param>
    /// <param name="weight"><c>[out,in,k,k]</c>, or <c>[in,out,k,k]</c> when transposed; of the input's type.</param>
    /// <param name="bias"><c>[out]</c>, or none.</param>
    /// <returns>What the convolution gives: <c>[N,out,H',W']</c>, of the same type.</returns>
    /// <remarks>A picture's values do not depend on the others of its batch, to the last bit: several ranks with a picture each must learn what one process learns.</remarks>
    public static Tensor Of(ConvolutionShape shape, Tensor input, Tensor weight, Tensor? bias)
    {
        var matrix = weight.flatten(1);
        var output = input.shape[0] == 1 ? OfPicture(shape, input, matrix) : cat([.. input.split(1).Select(picture => OfPicture(shape, picture, matrix))]);
        return bias is null ? output : output.Plus(bias.view(1, -1, 1, 1));
    }

    private static Tensor OfPicture(ConvolutionShape shape, Tensor picture, Tensor matrix)
    {
        var (kernel, stride, padding) = ((shape.Kernel, shape.Kernel), (shape.Stride, shape.Stride), (shape.Padding, shape.Padding));
        if (shape.Transposed)
        {
            // Each position spreads k x k values per channel; where they overlap they add up. The weights stand on the right, so that their gradient comes out as they lie.
            var spread = picture.flatten(2).squeeze(0).t().matmul(matrix).t().unsqueeze(0).contiguous();
            return nn.functional.fold(spread, (Doubled(shape, picture.shape[2]), Doubled(shape, picture.shape[3])), kernel, padding: padding, stride: stride);
        }

        // Each position gathers k x k values per channel.
        var gathered = nn.functional.unfold(picture, kernel, padding: padding, stride: stride).squeeze(0);
        var (rows, columns) = Positions(shape, picture);
        return matrix.matmul(gathered).view(1, shape.Outputs, rows, columns);
    }

    /// <summary>The positions that the product has: those of the answer, or of the input when transposed.</summary>
    private static (long Rows, long Columns) Positions(ConvolutionShape shape, Tensor input) => shape.Transposed
        ? (input.shape[2], input.shape[3])
        : (Reached(shape, input.shape[2]), Reached(shape, input.shape[3]));

    private static long Reached(ConvolutionShape shape, long side) => ((side + (2 * shape.Padding) - shape.Kernel) / shape.Stride) + 1;

    /// <summary>An odd kernel has one pixel more at the far edges, so that the sides double.</summary>
    private static long Doubled(ConvolutionShape shape, long side) => ((side - 1) * shape.Stride) - (2 * shape.Padding) + shape.Kernel + (shape.Kernel % 2);
}
