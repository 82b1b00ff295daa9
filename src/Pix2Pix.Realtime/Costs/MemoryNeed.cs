using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.Costs;

/// <summary>How much memory a run will take, and what to say when there is not enough.</summary>
/// <param name="Weights">Of both networks.</param>
/// <param name="Generator">Its layers.</param>
/// <param name="DiscriminatorWidth">Channels of its first layer.</param>
/// <param name="Side">Of a picture, in pixels.</param>
/// <param name="BatchSize">Pairs of a step.</param>
/// <param name="TeacherWeights">Of a generator that only shows how; 0 = none.</param>
internal readonly record struct MemoryNeed(long Weights, GeneratorShape Generator, int DiscriminatorWidth, int Side, int BatchSize, long TeacherWeights = 0)
{
    /// <summary>The program with libtorch before its first tensor.</summary>
    private const double BaseBytes = 270e6;

    /// <summary>Value, gradient and Adam's two moments take 16; the rest is what the largest layers' kernels rearrange. Fitted to runs of width 16, 32 and 64.</summary>
    private const double BytesPerWeight = 24;

    /// <summary>A weight that doesn't learn has its value alone, and the copy it was read from.</summary>
    private const double BytesPerTeacherWeight = 8;

    /// <summary>Memory that a step keeps for the backward pass, per pixel and channel of the first level. Fitted to batches of 1 and 8.</summary>
    private const double UNetBytes = 48;

    /// <summary>The same of a ResNet for each of its blocks, which work at a quarter of the sides and four times the channels. Fitted to 6 and 9 blocks.</summary>
    private const double BlockBytes = 55;

    /// <summary>The same of the discriminator.</summary>
    private const double DiscriminatorBytes = 20;

    private const string Mend = "lower training.batch_size, data.crop_size, generator.width or discriminator.width, or close other programs";

    /// <summary>An estimate of the peak in float32 on a processor, about a tenth off.</summary>
    public double Bytes =>
        BaseBytes + (Weights * BytesPerWeight) + (TeacherWeights * BytesPerTeacherWeight) + Math.Max(StepBytes, StatisticsInputs.Bytes(Generator, Side));

    private double StepBytes => (double)Side * Side * BatchSize * ((Generator.Width * BytesPerChannel / (Generator.Patch * Generator.Patch)) + (DiscriminatorWidth * DiscriminatorBytes));

    private double BytesPerChannel => Generator.Kind == GeneratorKind.UNet ? UNetBytes : BlockBytes * Generator.Depth;

    public string Words => FormattableString.Invariant($"about {Bytes / 1e9:f1} GB of memory");

    /// <summary>Whether something failed because there was no memory: the runtime says it by type, libtorch in words only.</summary>
    public static bool RanOut(Exception fault) => fault is OutOfMemoryException
        || (fault is ExternalException && (fault.Message.Contains("allocate memory", StringComparison.Ordinal) || fault.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The warning if the process cannot have that much memory; null if it can.</summary>
    public string? Excess => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes is var there && Bytes > there
        ? FormattableString.Invariant($"This run needs {Words}, but the machine has {there / 1e9:f1} GB; {Mend}.")
        : null;

    /// <summary>The error if not even the weights could be allocated.</summary>
    public static UserException NoRoom(Exception cause) => new($"There is not enough memory for the networks' weights; {Mend}.", cause);

    public UserException Fault(Exception cause) => new($"There is not enough memory: this run needs {Words}; {Mend}.", cause);
}
