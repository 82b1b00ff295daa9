using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Tests;

/// <summary>A real run, small enough for a test: width 4, 64 pixels, facades that were drawn once for all tests.</summary>
internal sealed class SmallRun(TemporaryFolder folder, params string[] overrides)
{
    private const int Side = 64;
    private const int PairCount = 20;

    /// <summary>Drawing a facade takes longer than a step on it.</summary>
    private static readonly Lazy<string> Pairs = new(DrawPairs);

    public List<TrainingEvent> Events { get; } = [];

    public RunFolder Folder => RunFolder.Of(Settings);

    public SettingValues Settings { get; } = ConfigFile.Parse(TrainingSettings.Table, "", "test",
    [
        $"run.folder={folder.Path}", "run.name=small", $"data.root={Pairs.Value}", "data.load_size=64", "data.crop_size=64", "generator.width=4", "discriminator.width=4", "discriminator.layers=2",
        "training.precision=fp32", "training.steps=12", "output.checkpoint_every=6", "output.snapshot_every=12", "output.sample_every=100", "output.validate_every=100", .. overrides,
    ]);

    public SmallRun Go(bool resume = false)
    {
        var plan = RunPlan.Make(config: WriteConfig(), [], resume, null, _ => { });
        using var run = new TrainingRun(plan.Settings, plan.Folder, PairSources.Open(plan.Settings), plan.Checkpoint, Events.Add, TimeProvider.System);
        run.Run();
        return this;
    }

    /// <summary>Puts another run's folder, as it is now, where this run's belongs.</summary>
    public SmallRun Copy(SmallRun other)
    {
        foreach (var file in Directory.GetFiles(other.Folder.Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder.Root, Path.GetRelativePath(other.Folder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return this;
    }

    private static string DrawPairs()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var pairs = folder.File("pairs");
        SynthesizedFolder.Write(pairs, PairCount, seed: 1, Side, PaletteFile.Load("cmp-facade"), () => { });
        return pairs;
    }

    private string WriteConfig()
    {
        var file = folder.File("config.yaml");
        File.WriteAllText(file, Settings.ToYaml());
        return file;
    }
}
