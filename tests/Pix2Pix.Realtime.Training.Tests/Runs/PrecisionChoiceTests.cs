using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

public sealed class PrecisionChoiceTests
{
    [Fact]
    public void Auto_becomes_one_of_the_two()
    {
        var settings = Settings("auto");
        PrecisionChoice.Resolve(settings, null);
        Assert.Contains(settings.Get(TrainingSettings.Precision), new[] { TrainingPrecision.Float32, TrainingPrecision.BFloat16 });
    }

    [Theory]
    [InlineData("fp32")]
    [InlineData("bf16")]
    public void A_run_that_goes_on_keeps_what_it_began_with(string decided)
    {
        var settings = Settings("auto");
        PrecisionChoice.Resolve(settings, new Checkpoint(new CheckpointHeader(1, Settings(decided).ToYaml(), 1, false, 1, 1), new Dictionary<string, float[]>()));
        Assert.Equal(decided, settings.Text(TrainingSettings.Precision));
    }

    [Fact]
    public void What_a_person_states_stays()
    {
        var settings = Settings("bf16");
        PrecisionChoice.Resolve(settings, null);
        Assert.Equal(TrainingPrecision.BFloat16, settings.Get(TrainingSettings.Precision));
    }

    private static SettingValues Settings(string precision) =>
        ConfigFile.Parse(TrainingSettings.Table, "", "test", [$"training.precision={precision}", "generator.width=4", "data.crop_size=64"]);
}
