using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Tests.Training;

/// <summary>The Train tab in the real window, with the real training program.</summary>
public sealed class TrainTabTests : IDisposable
{
    private readonly LiveRun _live = new(side: 64);

    public void Dispose() => _live.Dispose();

    [Fact]
    public void A_dataset_is_looked_at_as_soon_as_its_folder_is_typed()
    {
        SynthesizedFolder.Write(_live.At("set"), 10, 1, 64, PaletteFile.Load("cmp-facade"), () => { });
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.WaitForDataset(facts => facts.GetProperty("words").GetString()!.Contains("drawn on the fly", StringComparison.Ordinal));
        tab.Type("dataset", _live.At("set"));
        tab.WaitForDataset(facts => facts.GetProperty("words").GetString() is { } words && words.Contains("all 64x64", StringComparison.Ordinal));
        tab.Type("dataset", _live.At("nowhere"));
        tab.WaitForDataset(facts => facts.GetProperty("fault").GetString() is { } fault && fault.Contains("found none", StringComparison.Ordinal));
    }

    [Fact]
    public void A_canvas_and_a_picture_become_a_pair_of_ones_own_dataset()
    {
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.WaitForDataset();
        ImageFile.Save(_live.At("house.png"), FacadeSynthesizer.Draw(1, 300, 200).Photo);
        tab.Press("own pairs");
        tab.Type("pairs folder", _live.At("mine"));
        tab.Type("pair picture", _live.At("house.png"));
        tab.Wait("picture");
        for (var i = 1; i <= 2; i++)
        {
            tab.Press("add pair");
            Assert.Equal(_live.At($"mine/train/0000{i}.png"), tab.Wait("pair").GetProperty("path").GetString());
            tab.WaitForDataset(facts => facts.GetProperty("words").GetString() is { } words && words.Contains("all 64x64", StringComparison.Ordinal));
        }

        var pair = ImageFile.Load(_live.At("mine/train/00002.png"));
        Assert.Equal((128, 64), (pair.Width, pair.Height));
    }

    [Fact]
    public void A_run_is_stopped_and_resumed_from_the_list_of_runs()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.WaitForDataset();
        tab.Type("width", "4");
        tab.Type("name", "first");
        tab.Press("start");
        tab.WaitForTraining("RunStarted");
        tab.WaitForTraining("StepDone", facts => facts.GetProperty("step").GetInt64() > 2);
        tab.Press("stop");
        var stopped = tab.WaitForTraining("RunFinished").GetProperty("step").GetInt64();
        tab.Wait("runs", facts => facts.GetProperty("count").GetInt32() == 1);
        tab.Press("resume");
        Assert.Equal(stopped, tab.WaitForTraining("RunStarted").GetProperty("step").GetInt64());
        tab.WaitForTraining("StepDone", facts => facts.GetProperty("step").GetInt64() > stopped);
    }

    [Fact]
    public void A_run_is_renamed_and_deleted_only_by_a_deliberate_yes()
    {
        Directory.CreateDirectory(_live.At("runs/one"));
        File.WriteAllText(_live.At("runs/one/config.yaml"), new SettingValues(TrainingSettings.Table).ToYaml());
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.Wait("runs", facts => facts.GetProperty("count").GetInt32() == 1);
        tab.WaitForDataset();
        tab.Press("rename run");
        tab.Press("new name");
        tab.Display.Do("key", "ctrl+a");
        tab.Display.Do("type", "--delay", "1", "two");
        tab.Display.Do("key", "Return");
        tab.Wait("renamed");
        Assert.True(File.Exists(_live.At("runs/two/config.yaml")));
        tab.Wait("runs");
        tab.Press("delete run");
        tab.Display.Do("key", "Return");
        tab.Press("delete run");
        Assert.True(Directory.Exists(_live.At("runs/two")));
        tab.Display.Do("key", "Tab", "key", "Tab", "key", "space");
        tab.Wait("deleted");
        Assert.False(Directory.Exists(_live.At("runs/two")));
    }

    [Fact]
    public void One_press_makes_a_run_fast()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.WaitForDataset();
        tab.Type("width", "4");
        tab.Type("steps", "1000");
        tab.Type("name", "slow");
        tab.Press("start");
        tab.WaitForTraining("SnapshotReady");
        tab.Press("stop");
        tab.Wait("runs", facts => facts.GetProperty("count").GetInt32() == 1);
        tab.Press("make fast");
        tab.WaitForTraining("RunStarted");
        tab.WaitForTraining("StepDone", facts => facts.GetProperty("losses").GetProperty("TeacherL1").GetDouble() > 0);
        Assert.Contains("width: 2", File.ReadAllText(_live.At("runs/slow-student/config.yaml")), StringComparison.Ordinal);
        tab.WaitForTraining("SnapshotReady");
        tab.Wait("generator");
    }

    [Fact]
    public void A_setting_of_the_table_is_edited_a_generator_is_kept_and_the_next_run_starts_from_it()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.Wait("estimate", facts => facts.GetProperty("words").GetString()!.Contains("GB of memory", StringComparison.Ordinal));
        tab.WaitForDataset();
        tab.Type("width", "4");
        tab.Type("steps", "100000");
        tab.Type("name", "first");
        tab.Press("advanced");
        tab.Press("advanced optimizer");
        tab.Type("optimizer.beta1", "2");
        tab.Wait("setting", facts => facts.GetProperty("fault").GetString() is { } fault && fault.Contains("0..0.9999", StringComparison.Ordinal));
        tab.Type("optimizer.beta1", "0.4");
        tab.Wait("setting", facts => facts.GetProperty("fault").GetString() is null);

        tab.Press("advanced optimizer");
        tab.Press("advanced output");
        tab.Type("output.snapshot_every", "50");

        // Folded up again, so that all is in view.
        tab.Press("advanced");
        tab.Press("start");
        tab.WaitForTraining("SnapshotReady");
        tab.Wait("generator");
        Assert.Contains("beta1: 0.4", File.ReadAllText(_live.At("runs/first/config.yaml")), StringComparison.Ordinal);
        tab.Press("keep");
        var kept = tab.Wait("kept").GetProperty("path").GetString()!;
        Assert.StartsWith(_live.At("data/pix2pix/models/first-generator-"), kept, StringComparison.Ordinal);
        Assert.True(File.Exists(kept));

        // The newest and the one before it beside each other, the first sheet of many, and the log as text.
        tab.Press("compare");
        tab.Wait("view", facts => facts.GetProperty("mode").GetString() == "Generators");
        tab.Wait("second", facts => facts.GetProperty("name").GetString()!.StartsWith("generator-", StringComparison.Ordinal));
        tab.Press("compare");
        tab.Wait("view", facts => facts.GetProperty("mode").GetString() == "SideBySide");
        tab.Press("samples");
        tab.Display.Do("key", "--delay", "5", "--repeat", "30", "Left");
        tab.Wait("sheet", facts => facts.GetProperty("step").GetInt64() == 1);
        tab.Press("copy log");
        Assert.Contains("snapshot", tab.Wait("copied").GetProperty("text").GetString()!, StringComparison.Ordinal);

        tab.Press("stop");
        tab.Wait("runs", facts => facts.GetProperty("count").GetInt32() == 1);
        tab.Press("start from");
        tab.Type("name", "second");
        tab.Press("start");
        tab.WaitForTraining("StepDone");
        Assert.Contains("runs/first", File.ReadAllText(_live.At("runs/second/config.yaml")), StringComparison.Ordinal);
    }
}
