using CsCheck;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Settings;

public sealed class ConfigFileTests
{
    private static SettingValues Parse(string yaml, params string[] overrides) =>
        ConfigFile.Parse(TrainingSettings.Table, yaml, "test.yaml", overrides);

    [Fact]
    public void What_is_not_set_has_its_default()
    {
        var values = Parse("");
        Assert.All(TrainingSettings.Table.All, setting => Assert.Equal(setting.DefaultText, values.Text(setting)));
    }

    [Fact]
    public void Groups_flow_maps_pairs_and_choices_are_read()
    {
        var values = Parse("generator: { width: 32 }\nstability:\n  label_smoothing: [0.9, 1.1]\n  label_switching: { probability: 0.1 }\ndata:\n  direction: AtoB\n");
        Assert.Equal(32, values.Get(TrainingSettings.GeneratorWidth));
        Assert.Equal(new Interval(0.9, 1.1), values.Get(TrainingSettings.LabelSmoothing));
        Assert.Equal(0.1, values.Get(TrainingSettings.SwitchProbability));
        Assert.Equal(Direction.AtoB, values.Get(TrainingSettings.DataDirection));
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        var values = Parse("training: { steps: 5 }", "training.steps=300", "stability.label_smoothing=[1, 1]");
        Assert.Equal(300, values.Get(TrainingSettings.Steps));
        Assert.Equal(new Interval(1, 1), values.Get(TrainingSettings.LabelSmoothing));
    }

    [Fact]
    public void A_setting_that_was_removed_may_stand_in_an_old_file_where_it_did_nothing()
    {
        Assert.Equal(3, Parse("loss: { focal_frequency_weight: 0, repetition_weight: 0, l1_weight: 3 }").Get(TrainingSettings.L1Weight));
        var fault = Assert.Throws<UserException>(() => Parse("loss: { focal_frequency_weight: 1 }"));
        Assert.Contains("loss.focal_frequency_weight: no such setting", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_reported_together_with_their_places()
    {
        var fault = Assert.Throws<UserException>(() => Parse("generator:\n  widht: 32\n  norm: bach\noptimizer: 3\ntraining: { steps: -1 }", "loss.l1_wieght=3", "nonsense"));
        var lines = fault.Message.Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Contains("test.yaml:2:3 generator.widht: no such setting; did you mean generator.width?", lines);
        Assert.Contains("test.yaml:3:9 generator.norm: expected batch | instance | none, found 'bach'.", lines);
        Assert.Contains(lines, line => line.StartsWith("test.yaml:4:12 optimizer: expected a group", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("test.yaml:5:20 training.steps: expected a whole number of at least 0 steps, found '-1'", StringComparison.Ordinal));
        Assert.Contains("loss.l1_wieght: no such setting; did you mean loss.l1_weight?", lines);
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_refused_with_its_place() =>
        Assert.StartsWith("test.yaml:", Assert.Throws<UserException>(() => Parse("generator: { width: 3")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_one_sentence() =>
        Assert.Contains("'nowhere.yaml'", Assert.Throws<UserException>(() => ConfigFile.Load(TrainingSettings.Table, "nowhere.yaml", [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Written_values_read_back_equal() =>
        Gen.Select(Gen.Int[1, 512], Gen.Double[0, 1], Gen.String[Gen.Char[' ', '~'], 0, 12]).Sample((width, share, name) =>
        {
            var values = Parse("");
            values.Set(TrainingSettings.GeneratorWidth, width);
            values.Set(TrainingSettings.SwitchProbability, share);
            values.Set(TrainingSettings.LabelSmoothing, new Interval(share, 1 + share));
            values.Set(TrainingSettings.Palette, name);
            var again = Parse(values.ToYaml());
            return TrainingSettings.Table.All.All(setting => again.Text(setting) == values.Text(setting));
        });

    [Fact]
    public void Every_preset_in_the_box_is_valid()
    {
        var presets = Directory.GetFiles(Pix2Pix.Realtime.Files.ProjectFolder.Under("configs"), "*.yaml").Where(file => Path.GetFileName(file) != "keys.yaml").ToArray();
        Assert.All(presets, preset => ConfigFile.Load(TrainingSettings.Table, preset, []));
    }
}
