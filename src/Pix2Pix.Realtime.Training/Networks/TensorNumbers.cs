using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Arithmetic with plain numbers; sums, which carry a number too: the factor of their second summand; and tensors of one value as numbers.</summary>
/// <remarks>
/// TorchSharp turns a number into an object with a finalizer, passes only its native part on and keeps nothing alive: a garbage collection in that moment
/// frees the number under libtorch's hands, which then computes with another one or fails ("Expected false to be true ... Scalar.h"), about once in some
/// hundred thousand calls; read from a tensor, a number meets the same end, and the process with it. Disposed of here, after the call, a number lives long
/// enough, and a tensor's value is read from its memory. The operators that convert by themselves, and TorchSharp's readers, are banned symbols.
/// </remarks>
internal static class TensorNumbers
{
    /// <summary>The factor of a summand; never collected.</summary>
    private static readonly Scalar One = 1.0.ToScalar();

    /// <summary>The value of a tensor that holds a single one, on any device, of a floating-point, integer or truth type (1 for true).</summary>
    public static double Number(this Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var plain = tensor.detach().to(CPU).to(ScalarType.Float64);
        return MemoryMarshal.Read<double>(plain.bytes);
    }

    public static Tensor Plus(this Tensor tensor, Tensor summand) => tensor.add(summand, One);

    public static Tensor Times(this Tensor tensor, double factor)
    {
        using var number = factor.ToScalar();
        return tensor.mul(number);
    }

    public static Tensor Plus(this Tensor tensor, double summand)
    {
        using var number = summand.ToScalar();
        return tensor.add(number, One);
    }

    /// <summary>In place, towards another tensor by a share of the way, 0..1.</summary>
    public static void MoveTowards(this Tensor tensor, Tensor goal, double share)
    {
        using var number = share.ToScalar();
        tensor.add_(goal - tensor, number);
    }

    /// <summary>A tensor of the same shape, type and device that holds one value everywhere.</summary>
    public static Tensor Filled(this Tensor like, double value)
    {
        using var number = value.ToScalar();
        return full_like(like, number);
    }

    /// <summary>x where x is positive, else <see cref="Generators.GeneratorShape.LeakySlope"/> times x.</summary>
    public static Tensor LeakyRelu(this Tensor tensor)
    {
        using var slope = Generators.GeneratorShape.LeakySlope.ToScalar();
        return tensor.leaky_relu(slope);
    }
}
