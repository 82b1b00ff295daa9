using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// Convolutions on a CPU whose channels fill oneDNN's blocks. libtorch's copies into such blocks leave the rest of the last block as the memory was, and the kernels compute with it: the answer,
/// or the input's gradient, is then wrong by what that memory held, and NaN where that was NaN. Seen with libtorch 2.10 on AVX-512 and AVX2: 19 channels gave answers that were a third off.
/// </summary>
/// <remarks>Zeros are appended where that happens, which costs next to nothing: the kernels compute whole blocks anyway. Stateless.</remarks>
internal static class WholeBlocks
{
    /// <summary>Channels of a block with AVX-512.</summary>
    private const int Block = 16;

    /// <summary>With AVX2. Fewer channels have layouts of their own, without blocks.</summary>
    private const int SmallBlock = 8;

    /// <param name="shape">Not <see cref="ConvolutionShape.Twice"/>: what it convolves has been doubled.</param>
    /// <param name="input"><c>[N,in,H,W]</c>.</param>
    /// <param name="weight"><c>[out,in,k,k]</c>, or <c>[in,out,k,k]</c> when transposed; of the input's type.</param>
    /// <param name="bias"><c>[out]</c>, or none.</param>
    /// <returns>What the convolution gives: <c>[N,out,H',W']</c>, perhaps a view of more channels.</returns>
    public static Tensor Convolve(ConvolutionShape shape, Tensor input, Tensor weight, Tensor? bias)
    {
        var (inputs, outputs) = input.device_type == TorchSharp.DeviceType.CPU ? Missing(shape) : (0, 0);
        if (inputs == 0 && outputs == 0)
        {
            return Plainly(shape, input, weight, bias);
        }

        var (first, second) = shape.Transposed ? (inputs, outputs) : (outputs, inputs);
        var answer = Plainly(
            shape,
            inputs == 0 ? input : nn.functional.pad(input, [0, 0, 0, 0, 0, inputs]),
            nn.functional.pad(weight, [0, 0, 0, 0, 0, second, 0, first]),
            bias is null || outputs == 0 ? bias : nn.functional.pad(bias, [0, outputs]));
        return outputs == 0 ? answer : answer.narrow(1, 0, shape.Outputs);
    }

    /// <summary>
    /// Channels to append to the input and to the answer. A convolution's answer is blocked whatever its channels, since its gradient comes back in blocks; a transposed one's is not, which is a
    /// convolution backwards. A single channel is blocked by some kernels.
    /// </summary>
    private static (long Inputs, long Outputs) Missing(ConvolutionShape shape) => (
        shape.Inputs > SmallBlock || shape.Inputs == 1 ? Rest(shape.Inputs) : 0,
        !shape.Transposed || shape.Outputs > SmallBlock || shape.Outputs == 1 ? Rest(shape.Outputs) : 0);

    private static long Rest(int channels) => (Block - (channels % Block)) % Block;

    private static Tensor Plainly(ConvolutionShape shape, Tensor x, Tensor weight, Tensor? bias)
    {
        long[] strides = [shape.Stride, shape.Stride], padding = [shape.Padding, shape.Padding];
        return shape.Transposed
            ? nn.functional.conv_transpose2d(x, weight, bias, strides: strides, padding: padding, output_padding: [shape.Kernel % 2, shape.Kernel % 2])
            : nn.functional.conv2d(x, weight, bias, strides: strides, padding: padding);
    }
}
