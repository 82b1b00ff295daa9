using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Float tensors as plain memory, whatever device they are on and however they are laid out.</summary>
internal static class TensorMemory
{
    /// <summary>Hands the values over, the last dimension running fastest; the span is valid during the call only.</summary>
    public static void Read(Tensor tensor, Action<ReadOnlySpan<float>> use)
    {
        using var scope = NewDisposeScope();
        var plain = tensor.detach().to(CPU).contiguous();
        use(MemoryMarshal.Cast<byte, float>(plain.bytes));
    }

    /// <summary>A copy of the values, the last dimension running fastest.</summary>
    public static float[] ToArray(Tensor tensor)
    {
        float[] values = [];
        Read(tensor, span => values = span.ToArray());
        return values;
    }

    /// <summary>Overwrites a tensor's values in place, whatever its layout.</summary>
    /// <param name="values">As many as the tensor holds, the last dimension running fastest.</param>
    public static void Write(Tensor tensor, float[] values)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        tensor.copy_(torch.tensor(values, tensor.shape));
    }

    /// <summary>Whether the values of both are in this machine's memory, in the same order; autograd lays a gradient out as its weight, others need not.</summary>
    public static bool LieAlike(Tensor weight, Tensor gradient) => weight.device_type == DeviceType.CPU && weight.stride().AsSpan().SequenceEqual(gradient.stride());

    /// <summary>The first value of a tensor in this machine's memory whose values lie without gaps, whatever their order.</summary>
    public static unsafe float* Address(Tensor tensor)
    {
        var plain = tensor.is_contiguous() ? tensor : tensor.permute(0, 2, 3, 1);
        return (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(plain.bytes));
    }

    public static bool IsFinite(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().isfinite().all().Number() == 1;
    }
}
