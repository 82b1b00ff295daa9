using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

public sealed class PrecisionChoiceTests
{
    [Fact]
    public void Auto_becomes_one_of_the_two()
    {
        var settings = Settings("auto");
        var said = new List<string>();
        PrecisionChoice.Resolve(settings, null, "config.yaml", said.Add);
        Assert.Contains(settings.Get(TrainingSettings.Precision), new[] { TrainingPrecision.Float32, TrainingPrecision.BFloat16 });
        Assert.Contains($"became {settings.Text(TrainingSettings.Precision)}", Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("seed", said[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fp32")]
    [InlineData("bf16")]
    public void A_run_without_a_checkpoint_yet_keeps_what_its_configuration_says(string decided)
    {
        using var folder = new TemporaryFolder();
        ConfigFile.Save(folder.File("config.yaml"), Settings(decided));
        var settings = Settings("auto");
        PrecisionChoice.Resolve(settings, null, folder.File("config.yaml"), sentence => Assert.Fail(sentence));
        Assert.Equal(decided, settings.Text(TrainingSettings.Precision));
    }

    [Theory]
    [InlineData("fp32")]
    [InlineData("bf16")]
    public void A_run_that_goes_on_keeps_what_it_began_with(string decided)
    {
        var settings = Settings("auto");
        PrecisionChoice.Resolve(settings, new Checkpoint(new CheckpointHeader(1, Settings(decided).ToYaml(), 1, false, 1, 1), new Dictionary<string, float[]>()), "config.yaml", sentence => Assert.Fail(sentence));
        Assert.Equal(decided, settings.Text(TrainingSettings.Precision));
    }

    [Fact]
    public void What_a_person_states_stays()
    {
        var settings = Settings("bf16");
        PrecisionChoice.Resolve(settings, null, "config.yaml", sentence => Assert.Fail(sentence));
        Assert.Equal(TrainingPrecision.BFloat16, settings.Get(TrainingSettings.Precision));
    }

    private static SettingValues Settings(string precision) =>
        ConfigFile.Parse(TrainingSettings.Table, "", "test", [$"training.precision={precision}", "generator.width=4", "data.crop_size=64"]);
}
