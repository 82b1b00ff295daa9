namespace Pix2Pix.Realtime.Settings;

/// <summary>The settings of a run that makes a small and fast generator of one that another run has trained.</summary>
public static class StudentRecipe
{
    /// <summary>Channels of its first level, where the teacher has twice as many or more.</summary>
    public const int Width = 16;

    /// <summary>
    /// The teacher's own recipe, with its data and its length, beside it under its name, for a generator of <see cref="Width"/> that imitates it: statistics of the training data, which fold into
    /// the convolutions and let it run wholly in int8, and no dropout, for a small network that is told more per picture does not learn it by heart. The teacher's
    /// answers take the targets' weight and leave them a tenth, so that the discriminator's word counts for as much as it did.
    /// </summary>
    /// <param name="teacher">The recipe of the run to learn from; stays as it is.</param>
    /// <param name="run">That run's folder, whole path.</param>
    public static SettingValues Of(SettingValues teacher, string run)
    {
        ArgumentNullException.ThrowIfNull(teacher);
        var student = teacher.Clone();
        student.Set(TrainingSettings.RunName, $"{Path.GetFileName(run)}-student");
        student.Set(TrainingSettings.RunFolder, Path.GetDirectoryName(run)!);
        student.Set(TrainingSettings.GeneratorWidth, Math.Max(1, Math.Min(Width, teacher.Get(TrainingSettings.GeneratorWidth) / 2)));
        student.Set(TrainingSettings.GeneratorStatistics, Generators.NormStatistics.Running);
        student.Set(TrainingSettings.GeneratorDropout, 0);
        student.Set(TrainingSettings.TeacherOutputWeight, teacher.Get(TrainingSettings.L1Weight));
        student.Set(TrainingSettings.L1Weight, teacher.Get(TrainingSettings.L1Weight) / 10);
        student.Set(TrainingSettings.StartFrom, "");
        student.Set(TrainingSettings.TeacherFrom, run);
        return student;
    }
}
