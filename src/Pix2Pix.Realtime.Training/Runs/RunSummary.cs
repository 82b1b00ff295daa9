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
        return RunsTexts.Summary(shape.Kind == GeneratorKind.UNet ? RunsTexts.UNet(shape.Depth) : RunsTexts.ResNet(shape.Depth), shape.Patch > 1 ? RunsTexts.OnBlocks(shape.Patch) : "", shape.Width, Millions(trainer.Generator), Millions(trainer.Discriminator), string.Join(" and ", recipe.PatchSizes), trainer.JudgesFeatures ? RunsTexts.AndFeatures : "", recipe.Style is { } style ? RunsTexts.StyleOf(style.Name, style.Count) : "", Lessons(teacher), settings.Text(TrainingSettings.Precision), get_num_threads(), Together(), Memory(recipe, trainer, settings, teacher).Words);

        static string Millions(nn.Module network) => FormattableString.Invariant($"{Weights(network) / 1e6:f2}");

        // A norm sees the pairs of its own rank: with one pair a rank that is what pix2pix does with one process.
        string Together() => ranks == 1 ? "" : RunsTexts.Together(ranks, ranks * recipe.BatchSize, Rates());

        string Rates() => recipe.RateFactorOf(ranks) is > 1 and var factor
            ? RunsTexts.Times(factor, settings.Text(TrainingSettings.LearningRateScaling))
            : RunsTexts.AsForOneRank;

        static string Lessons(Teacher? teacher) =>
            teacher is null ? "" : RunsTexts.LearnsFrom(teacher.Name, teacher.Shape.Width, teacher.Weights / 1e6);
    }

    public static MemoryNeed Memory(Recipe recipe, Pix2PixTrainer trainer, SettingValues settings, Teacher? teacher = null) => new(
        Weights(trainer.Generator) + Weights(trainer.Discriminator), recipe.Shape, settings.Get(TrainingSettings.DiscriminatorWidth),
        recipe.Size, recipe.BatchSize, teacher?.Weights ?? 0);

    private static long Weights(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());
}
