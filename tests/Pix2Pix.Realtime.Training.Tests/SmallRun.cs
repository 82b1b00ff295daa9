using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Tests;

/// <summary>A real run, small enough for a test: width 4, 64 pixels, drawn facades.</summary>
internal sealed class SmallRun(TemporaryFolder folder, params string[] overrides)
{
    public List<TrainingEvent> Events { get; } = [];

    public RunFolder Folder => RunFolder.Of(Settings);

    public SettingValues Settings { get; } = ConfigFile.Parse(TrainingSettings.Table, "", "test",
    [
        $"run.folder={folder.Path}", "run.name=small", "data.load_size=64", "data.crop_size=64", "generator.width=4", "discriminator.width=4", "discriminator.layers=2",
        "training.steps=12", "output.checkpoint_every=6", "output.snapshot_every=12", "output.sample_every=100", "output.validate_every=100", .. overrides,
    ]);

    public SmallRun Go(bool resume = false)
    {
        var plan = RunPlan.Make(config: WriteConfig(), [], resume, null, _ => { });
        using var run = new TrainingRun(plan.Settings, plan.Folder, PairSources.Open(plan.Settings), plan.Checkpoint, Events.Add, TimeProvider.System);
        run.Run();
        return this;
    }

    private string WriteConfig()
    {
        var file = folder.File("config.yaml");
        File.WriteAllText(file, Settings.ToYaml());
        return file;
    }
}
