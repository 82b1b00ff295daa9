using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Whether a GPU is enough for a plan, said in a sentence before anything is put on it.</summary>
internal static class GpuLimits
{
    /// <summary>Kernel, bias, two tensors with a norm each, and the result.</summary>
    private const int Buffers = 7;

    /// <exception cref="UserException">Something is missing or too small.</exception>
    public static void Require(ComputeSupport card, GeneratorPlan plan, GpuStorage storage)
    {
        if (card.Version < ComputeSupport.FirstVersion)
        {
            throw new UserException($"Expected OpenGL 4.3 to run the generator on the GPU, found {card.Version / 10}.{card.Version % 10}; update the driver.");
        }

        var convolutions = plan.Layers.OfType<PlannedConvolution>().ToList();
        var bytes = Math.Max(plan.Tensors.Max(size => size * 4L * storage.Bytes()), convolutions.Max(layer => Largest(layer, storage)));
        var tilings = convolutions.Select(ConvolutionTiling.For).ToList();
        Require("buffers in one shader", Buffers, card.Buffers);
        Require("bytes in one storage buffer", bytes, card.StorageBytes);
        Require("bytes of shared memory", tilings.Max(tiling => tiling.SharedBytes), card.SharedBytes);
        Require("threads in a work group", tilings.Max(tiling => tiling.Columns * tiling.Rows), card.Threads);
        var all = (BufferPlan.For(plan).Sizes.Sum(size => (long)size) * TensorPart.GroupSize * storage.Bytes()) + convolutions.Sum(layer => Kernel(layer, storage) + Parts(layer));
        if (card.FreeBytes > 0 && card.FreeBytes < all)
        {
            throw new UserException($"Expected {all / 1e6:0} MB of free GPU memory, found {card.FreeBytes / 1e6:0} MB; close other programs or use a smaller generator.");
        }
    }

    /// <summary>Bytes of a layer's weights or of its parts, whichever is more.</summary>
    private static long Largest(PlannedConvolution layer, GpuStorage storage) => Math.Max(Kernel(layer, storage), Parts(layer));

    private static long Kernel(PlannedConvolution layer, GpuStorage storage) => layer.KernelVectors * TensorPart.GroupSize * storage.Bytes();

    /// <summary>Bytes of a sum that is cut.</summary>
    private static long Parts(PlannedConvolution layer) => ConvolutionTiling.For(layer).Splits is > 1 and var splits
        ? (long)splits * layer.OutputHeight * layer.OutputWidth * layer.OutputGroups * TensorPart.GroupSize * sizeof(float)
        : 0;

    private static void Require(string what, long wanted, long found)
    {
        if (found < wanted)
        {
            throw new UserException($"Expected a GPU with at least {wanted} {what}, found {found}; use a smaller generator.");
        }
    }
}
