using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.RunFiles;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>What a command line asks for: which recipe, where, and from which state on.</summary>
/// <param name="Settings">The resolved recipe.</param>
/// <param name="Folder">The run's folder; made by <see cref="RunFolder.CreateFolders"/>.</param>
/// <param name="Checkpoint">Where to go on; null = from the first step.</param>
internal sealed record RunPlan(SettingValues Settings, RunFolder Folder, Checkpoint? Checkpoint)
{
    /// <summary>What must be the same in a run that goes on, since the state only fits networks of that make.</summary>
    private static readonly Setting[] Architecture =
    [
        TrainingSettings.CropSize, TrainingSettings.GeneratorFamily, TrainingSettings.GeneratorWidth, TrainingSettings.GeneratorDepth, TrainingSettings.GeneratorNorm,
        TrainingSettings.GeneratorUpsample, TrainingSettings.DiscriminatorFamily, TrainingSettings.DiscriminatorWidth, TrainingSettings.DiscriminatorLayers, TrainingSettings.DiscriminatorNorm,
        TrainingSettings.DiscriminatorScales,
    ];

    /// <param name="config">A configuration file; may be missing when a run is resumed, for a checkpoint holds its recipe.</param>
    /// <param name="overrides"><c>path=value</c> each.</param>
    /// <param name="resume">Whether to go on.</param>
    /// <param name="resumeFrom">A checkpoint's file; null, empty or <c>latest</c> = the newest one of the run's folder.</param>
    /// <param name="say">Hears what a person should know, one sentence each.</param>
    /// <exception cref="UserException">The settings have faults, the run exists already, or the checkpoint can't be used.</exception>
    public static RunPlan Make(string? config, IReadOnlyList<string> overrides, bool resume, string? resumeFrom, Action<string> say)
    {
        if (config is null && !resume)
        {
            throw new UserException("expected --config FILE, such as configs/quick.yaml, or --resume with a checkpoint, found neither.");
        }

        var named = resumeFrom is null or "" or "latest" ? null : resumeFrom;
        var checkpoint = named is null ? null : Read(named);
        var settings = Resolve(config, overrides, checkpoint);
        var folder = RunFolder.Of(settings);
        if (!resume)
        {
            return folder.Exists ? throw folder.ExistsAlready() : new RunPlan(settings, folder, null);
        }

        if (checkpoint is null && Directory.Exists(folder.Checkpoints))
        {
            checkpoint = CheckpointStore.Open(folder, settings, say).Latest();
        }

        if (checkpoint is null)
        {
            say($"There is no checkpoint in {folder.Checkpoints} yet; the run starts fresh.");
            return new RunPlan(settings, folder, null);
        }

        settings = Resolve(config, overrides, checkpoint);
        RefuseOtherNetworks(settings, checkpoint);
        return new RunPlan(settings, folder, checkpoint);
    }

    /// <summary>The same for settings that came another way than by a file.</summary>
    /// <param name="settings">The whole recipe.</param>
    /// <param name="resume">Whether to go on from the newest checkpoint of the run's folder.</param>
    /// <param name="say">Hears what a person should know, one sentence each.</param>
    /// <exception cref="UserException">The run exists already, or its checkpoint is one of other networks.</exception>
    public static RunPlan Make(SettingValues settings, bool resume, Action<string> say)
    {
        var folder = RunFolder.Of(settings);
        if (!resume)
        {
            return folder.Exists ? throw folder.ExistsAlready() : new RunPlan(settings, folder, null);
        }

        var checkpoint = Directory.Exists(folder.Checkpoints) ? CheckpointStore.Open(folder, settings, say).Latest() : null;
        if (checkpoint is not null)
        {
            RefuseOtherNetworks(settings, checkpoint);
        }

        return new RunPlan(settings, folder, checkpoint);
    }

    private static Checkpoint Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new UserException($"expected a checkpoint at '{file}', found none; name a file below a run's checkpoints/, or 'latest'.");
        }

        try
        {
            return CheckpointFile.Read(file);
        }
        catch (InvalidDataException fault)
        {
            throw new UserException($"the checkpoint '{file}' can't be used: {fault.Message}; resume with the one before it.", fault);
        }
    }

    private static SettingValues Resolve(string? config, IReadOnlyList<string> overrides, Checkpoint? checkpoint) => config is not null
        ? ConfigFile.Load(TrainingSettings.Table, config, overrides)
        : ConfigFile.Parse(TrainingSettings.Table, checkpoint?.Header.Settings ?? "", "the checkpoint's recipe", overrides);

    private static void RefuseOtherNetworks(SettingValues settings, Checkpoint checkpoint)
    {
        var before = ConfigFile.Parse(TrainingSettings.Table, checkpoint.Header.Settings, "the checkpoint's recipe", []);
        var differences = Architecture.Where(setting => settings.Text(setting) != before.Text(setting))
            .Select(setting => $"{setting.Path} is {settings.Text(setting)}, was {before.Text(setting)}").ToList();
        if (differences.Count > 0)
        {
            throw new UserException($"a run goes on with the networks it began with, but {string.Join("; ", differences)}; set them back, or start another run with run.name=NAME.");
        }
    }
}
