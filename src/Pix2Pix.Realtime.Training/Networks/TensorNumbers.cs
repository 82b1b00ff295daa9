using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Arithmetic with plain numbers, and sums, which carry a number too: the factor of their second summand.</summary>
/// <remarks>
/// TorchSharp turns a number into an object with a finalizer, passes only its native part on and keeps nothing alive: a garbage collection in that moment
/// frees the number under libtorch's hands, which then computes with another one or fails ("Expected false to be true ... Scalar.h"), about once in some
/// hundred thousand calls. Disposed of here, after the call, a number lives long enough. The operators that convert by themselves are banned symbols.
/// </remarks>
internal static class TensorNumbers
{
    /// <summary>The factor of a summand; never collected.</summary>
    private static readonly Scalar One = 1.0.ToScalar();

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
