using System.Text.Json.Serialization;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>The losses of one step, under the names of pix2pix's own code.</summary>
/// <param name="DiscriminatorReal">On real pairs.</param>
/// <param name="DiscriminatorFake">On translated pairs.</param>
/// <param name="GeneratorGan">How little the discriminator believes the translation.</param>
/// <param name="GeneratorL1">Mean absolute difference to the target in the range -1..1, without its weight.</param>
/// <param name="GradientPenalty">Of a Wasserstein discriminator, without its weight; null with the other losses.</param>
/// <param name="TeacherL1">Mean absolute difference to a teacher's translation in the range -1..1, without its weight; null without a teacher.</param>
/// <param name="TeacherFeatures">How far the bottleneck is from the teacher's, as a share of what that holds, without its weight; null without a teacher.</param>
/// <param name="Perceptual">Difference to the target as the early layers of a network that knows photographs see it, without its weight; null without that loss.</param>
/// <param name="FeatureMatching">Difference to the target as the discriminator's inner layers see it, without its weight; null without that loss.</param>
/// <param name="Lattice">Squared difference of the patterns that repeat every 8 pixels, without its weight; null without that loss.</param>
internal readonly record struct Losses(
    double DiscriminatorReal, double DiscriminatorFake, double GeneratorGan, double GeneratorL1, double? GradientPenalty = null, double? TeacherL1 = null, double? TeacherFeatures = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Perceptual = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? FeatureMatching = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Lattice = null)
{
    /// <summary>Whether all are numbers; when one is not, the step has spoilt the networks.</summary>
    [JsonIgnore]
    public bool IsFinite => double.IsFinite(
        DiscriminatorReal + DiscriminatorFake + GeneratorGan + GeneratorL1 + (GradientPenalty ?? 0) + (TeacherL1 ?? 0) + (TeacherFeatures ?? 0) + (Perceptual ?? 0) + (FeatureMatching ?? 0) + (Lattice ?? 0));
}
