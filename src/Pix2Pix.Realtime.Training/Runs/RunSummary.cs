using Pix2Pix.Realtime.Costs;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Distillation;
using Pix2Pix.Realtime.Training.Steps;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Describes the networks of a run in one line.</summary>
internal static class RunSummary
{
    public static string Of(Recipe recipe, Pix2PixTrainer trainer, SettingValues settings, Teacher? teacher, int ranks)
    {
        var shape = recipe.Shape;
        return FormattableString.Invariant(
            $"{(shape.Kind == GeneratorKind.UNet ? $"U-Net of {shape.Depth} levels" : $"ResNet of {shape.Depth} blocks")}{(shape.Patch > 1 ? $" on blocks of {shape.Patch}x{shape.Patch} pixels" : "")}, width {shape.Width}, {Millions(trainer.Generator)} M weights; discriminator {Millions(trainer.Discriminator)} M, patches of {string.Join(" and ", recipe.PatchSizes)} pixels{(trainer.JudgesFeatures ? " and early features" : "")};{(recipe.Style is { } style ? $" style '{style.Name}' of {style.Count} numbers;" : "")} {Lessons(teacher)}{settings.Text(TrainingSettings.Precision)} on {get_num_threads()} threads;{Together()} {Memory(recipe, trainer, settings, teacher).Words}");

        static string Millions(nn.Module network) => FormattableString.Invariant($"{Weights(network) / 1e6:f2}");

        // A norm sees the pairs of its own rank: with one pair a rank that is what pix2pix does with one process.
        string Together() => ranks == 1 ? "" : $" {ranks} ranks with {ranks * recipe.BatchSize} pairs a step, learning rates {Rates()}, batch statistics of each rank's own pairs;";

        string Rates() => recipe.RateFactorOf(ranks) is > 1 and var factor
            ? FormattableString.Invariant($"times {factor:0.##} ({settings.Text(TrainingSettings.LearningRateScaling)})")
            : "as for one rank";

        static string Lessons(Teacher? teacher) =>
            teacher is null ? "" : FormattableString.Invariant($"learns from {teacher.Name}, width {teacher.Shape.Width}, {teacher.Weights / 1e6:f2} M weights; ");
    }

    public static MemoryNeed Memory(Recipe recipe, Pix2PixTrainer trainer, SettingValues settings, Teacher? teacher = null) => new(
        Weights(trainer.Generator) + Weights(trainer.Discriminator), recipe.Shape, settings.Get(TrainingSettings.DiscriminatorWidth),
        recipe.Size, recipe.BatchSize, teacher?.Weights ?? 0);

    private static long Weights(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());
}
