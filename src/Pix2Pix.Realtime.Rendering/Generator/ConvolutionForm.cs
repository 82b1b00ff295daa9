using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>The geometry of a Conv or ConvTranspose node.</summary>
/// <param name="Taps">Which pixels are multiplied with what.</param>
/// <param name="Channels">Of the result.</param>
/// <param name="Height">Of the result.</param>
/// <param name="Width">Of the result.</param>
internal sealed record ConvolutionForm(ConvolutionTaps Taps, int Channels, int Height, int Width)
{
    /// <exception cref="UserException">The node has a form that the GPU generator does not support; the sentence names it.</exception>
    public static ConvolutionForm Of(NodeProto node, WeightTensor kernel, PlannedValue input)
    {
        var isTransposed = node.OpType == "ConvTranspose";
        GraphPlanner.Require(node, kernel.Dims.Count == 4, "have weights with four dimensions", $"{kernel}");
        var (inputs, outputs) = isTransposed ? (kernel.Dims[0], kernel.Dims[1]) : (kernel.Dims[1], kernel.Dims[0]);
        GraphPlanner.Require(node, inputs == input.Channels, $"have weights for its {input.Channels} input channels", $"{kernel}");
        var strides = node.Wholes("strides", 1, 1);
        GraphPlanner.Require(node, strides is [var down, var across] && down == across && down is >= 1 and <= 8, "have the same stride of 1 to 8 in both directions", $"[{string.Join(',', strides)}]");
        var isPlain = node.Whole("group", 1) == 1 && node.Word("auto_pad", "NOTSET") == "NOTSET" && node.Wholes("dilations", 1, 1) is [1, 1];
        GraphPlanner.Require(node, isPlain, "have one group, no dilation and explicit pads", $"group {node.Whole("group", 1)}, dilations [{string.Join(',', node.Wholes("dilations", 1, 1))}], auto_pad {node.Word("auto_pad", "NOTSET")}");
        var pads = node.Wholes("pads", 0, 0, 0, 0);
        GraphPlanner.Require(node, pads.Length == 4, "have four pads", $"{pads.Length}");
        var (stride, height, width) = (strides[0], kernel.Dims[2], kernel.Dims[3]);
        if (isTransposed)
        {
            var more = node.Wholes("output_padding", 0, 0);
            var (rows, columns) = (((input.Height - 1) * stride) - pads[0] - pads[2] + height + more[0], ((input.Width - 1) * stride) - pads[1] - pads[3] + width + more[1]);
            GraphPlanner.Require(node, !input.IsDoubled && input.Mirrored == 0 && node.Wholes("output_shape") is [], "follow no up-sampling or padding and have no output_shape", input.Words);
            GraphPlanner.Require(node, rows % stride == 0 && columns % stride == 0, "make sides that are multiples of its stride", $"{columns}x{rows}");
            return new ConvolutionForm(ConvolutionTaps.Transposed(kernel, stride, pads[0], pads[1]), outputs, rows, columns);
        }

        if (input.IsDoubled)
        {
            var fits = stride == 1 && pads.All(pad => pad * 2 == height - 1 && pad * 2 == width - 1);
            GraphPlanner.Require(node, fits, "keep the sides after an up-sampling", $"stride {stride} and pads [{string.Join(',', pads)}] with a {height}x{width} kernel");
            return new ConvolutionForm(ConvolutionTaps.Doubled(kernel, pads[0], pads[1]), outputs, input.Height * 2, input.Width * 2);
        }

        GraphPlanner.Require(node, input.Mirrored == 0 || pads.All(pad => pad == 0), "pad once, by reflection or with zeros", $"both: {input.Words} and pads [{string.Join(',', pads)}]");
        var (top, left, border) = (pads[0] + input.Mirrored, pads[1] + input.Mirrored, 2 * input.Mirrored);
        var (outHeight, outWidth) = (((input.Height + pads[0] + pads[2] + border - height) / stride) + 1, ((input.Width + pads[1] + pads[3] + border - width) / stride) + 1);
        return new ConvolutionForm(ConvolutionTaps.Plain(kernel, stride, top, left), outputs, outHeight, outWidth);
    }
}
