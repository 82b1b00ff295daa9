using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Settings;

public sealed class StudentRecipeTests
{
    [Theory]
    [InlineData(64, 16)]
    [InlineData(32, 16)]
    [InlineData(20, 10)]
    [InlineData(1, 1)]
    public void A_student_is_slim_without_norms_and_quick_to_learn_with_all_else_as_its_teacher_had_it(int width, int expected)
    {
        var teacher = ConfigFile.Parse(TrainingSettings.Table, "", "test", [$"generator.width={width}", "run.name=old", "data.root=there", "training.steps=70", "generator.start_from=x.pth"]);
        var student = StudentRecipe.Of(teacher, "/runs/old");
        Assert.Equal((expected, NormStatistics.Running, 0.0), (student.Get(TrainingSettings.GeneratorWidth), student.Get(TrainingSettings.GeneratorStatistics), student.Get(TrainingSettings.GeneratorDropout)));
        Assert.Equal((NormKind.None, WeightInit.Kaiming), (student.Get(TrainingSettings.GeneratorNorm), student.Get(TrainingSettings.GeneratorInit)));
        Assert.Equal(("/runs", "old-student"), (student.Get(TrainingSettings.RunFolder), student.Get(TrainingSettings.RunName)));
        Assert.Equal(("/runs/old", ""), (student.Get(TrainingSettings.TeacherFrom), student.Get(TrainingSettings.StartFrom)));
        Assert.Equal((1e-3, 2e-4, 0.9), (student.Get(TrainingSettings.GeneratorRate), student.Get(TrainingSettings.DiscriminatorRate), student.Get(TrainingSettings.Beta1)));
        Assert.Equal((10.0, 100.0), (student.Get(TrainingSettings.L1Weight), student.Get(TrainingSettings.TeacherOutputWeight)));
        Assert.Equal(("there", 70), (student.Get(TrainingSettings.DataRoot), student.Get(TrainingSettings.Steps)));
        Assert.Equal(width, teacher.Get(TrainingSettings.GeneratorWidth));
    }

    [Fact]
    public void A_ResNet_keeps_its_norms_for_its_blocks_add_up()
    {
        var teacher = ConfigFile.Parse(TrainingSettings.Table, "", "test", ["generator.kind=resnet", "generator.norm=batch"]);
        var student = StudentRecipe.Of(teacher, "/runs/old");
        Assert.Equal((NormKind.Batch, WeightInit.Normal), (student.Get(TrainingSettings.GeneratorNorm), student.Get(TrainingSettings.GeneratorInit)));
    }
}
