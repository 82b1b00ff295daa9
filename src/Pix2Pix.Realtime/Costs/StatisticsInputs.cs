using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.Costs;

/// <summary>The training inputs that a generator with <c>statistics: running</c> estimates them over, in one pass: as many as help, as few as fit.</summary>
internal static class StatisticsInputs
{
    private const int Most = 200;

    /// <summary>Values of the first level's output for all of them, at most: 128 MB.</summary>
    private const long MostValues = 1L << 25;

    /// <summary>What the pass holds at once, in bytes for each of those values: skips, two joined levels and what is made of them. Fitted to U-Nets of width 16 and 32.</summary>
    private const double BytesPerValue = 45;

    /// <summary>How many are used where there are more.</summary>
    /// <param name="side">Of the picture, in pixels.</param>
    public static int Count(GeneratorShape shape, int side) => (int)Math.Clamp(MostValues / FirstLevel(shape, side), 1, Most);

    /// <summary>Memory of the pass on the generator's device, in bytes.</summary>
    public static double Bytes(GeneratorShape shape, int side) =>
        shape is { Norm: NormKind.Batch, Statistics: NormStatistics.Running } ? Count(shape, side) * FirstLevel(shape, side) * BytesPerValue : 0;

    private static long FirstLevel(GeneratorShape shape, int side)
    {
        side /= shape.Patch;
        return (long)shape.Width * side * side / (shape.Kind == GeneratorKind.UNet ? 4 : 1);
    }
}
