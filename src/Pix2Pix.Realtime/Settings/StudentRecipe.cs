using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.Settings;

/// <summary>The settings of a run that makes a small and fast generator of one that another run has trained.</summary>
internal static class StudentRecipe
{
    /// <summary>Channels of its first level, where the teacher has twice as many or more.</summary>
    public const int Width = 16;

    /// <summary>The generator's rate: at half of it a student comes less near to its teacher in as many steps. The discriminator keeps its own.</summary>
    private const double Rate = 1e-3;

    /// <summary>Adam's beta1 at which <see cref="Rate"/> was chosen.</summary>
    private const double Momentum = 0.9;

    /// <summary>
    /// The teacher's own recipe, with its data and its length, beside it under its name, for a generator of <see cref="Width"/> that imitates it. A U-Net has no
    /// norms: the teacher's answers hold it in place without them, nothing has to be frozen in mid-run, after which it would never again come as near to those, and
    /// all of it runs in int8. A ResNet's blocks add up, so they keep theirs. It has no dropout, for distillation is dense supervision. The teacher's
    /// answers take the targets' weight and leave them a tenth, so that the GAN term keeps its relative weight.
    /// </summary>
    /// <param name="teacher">The recipe of the run to learn from; stays as it is.</param>
    /// <param name="run">That run's folder, whole path.</param>
    public static SettingValues Of(SettingValues teacher, string run)
    {
        var student = teacher.Clone();
        student.Set(TrainingSettings.RunName, $"{Path.GetFileName(run)}-student");
        student.Set(TrainingSettings.RunFolder, Path.GetDirectoryName(run)!);
        student.Set(TrainingSettings.GeneratorWidth, Math.Max(1, Math.Min(Width, teacher.Get(TrainingSettings.GeneratorWidth) / 2)));
        student.Set(TrainingSettings.GeneratorStatistics, NormStatistics.Running);
        if (teacher.Get(TrainingSettings.GeneratorFamily) == GeneratorKind.UNet)
        {
            student.Set(TrainingSettings.GeneratorNorm, NormKind.None);
            student.Set(TrainingSettings.GeneratorInit, WeightInit.Kaiming);
        }

        student.Set(TrainingSettings.GeneratorDropout, 0);
        student.Set(TrainingSettings.GeneratorRate, Rate);
        student.Set(TrainingSettings.Beta1, Momentum);
        student.Set(TrainingSettings.TeacherOutputWeight, teacher.Get(TrainingSettings.L1Weight));

        // The teacher's recipe may name another: of its own teacher, or from before this one was found.
        student.Set(TrainingSettings.TeacherFeatureWeight, TrainingSettings.TeacherFeatureWeight.Default);
        student.Set(TrainingSettings.L1Weight, teacher.Get(TrainingSettings.L1Weight) / 10);
        student.Set(TrainingSettings.StartFrom, "");
        student.Set(TrainingSettings.TeacherFrom, run);
        return student;
    }
}
