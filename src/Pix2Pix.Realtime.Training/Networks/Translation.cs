using Pix2Pix.Realtime.Generators;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>The generator as it translates: no dropout, float32, the statistics that its shape names. One meaning for preview, validation, export and canvas.</summary>
/// <remarks>Thread contract: the training thread. Afterwards the trainer sets the generator's mode again.</remarks>
internal static class Translation
{
    /// <summary>Puts a generator into the mode in which it translates.</summary>
    public static void Enter(GeneratorNetwork generator, NormStatistics statistics)
    {
        BeExact(generator);
        generator.Mode = statistics == NormStatistics.Running && generator.Shape.Norm == NormKind.Batch ? NormMode.Running : NormMode.Image;
    }

    /// <summary>Stores the statistics of many training inputs in the norms, in one pass: each level's belong to what the levels below it give with theirs.</summary>
    /// <param name="inputs"><c>[N,C,H,W] float32, -1..1</c>.</param>
    public static void EstimateStatistics(GeneratorNetwork generator, Tensor inputs)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        BeExact(generator);
        generator.Mode = NormMode.Estimate;
        generator.forward(inputs);
    }

    /// <summary>Translates pictures that <see cref="Enter"/> was called for.</summary>
    public static Tensor Translate(GeneratorNetwork generator, Tensor input)
    {
        using var noGradient = no_grad();
        return generator.forward(input);
    }

    private static void BeExact(GeneratorNetwork generator)
    {
        generator.DropoutSource = null;
        generator.Use(ScalarType.Float32);

        // A GPU's convolutions keep ten bits of a factor by default; what is exported is compared with float32.
        backends.cudnn.allow_tf32 = false;
    }
}
