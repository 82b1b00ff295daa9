using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.RunFiles;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>The plan of a run: settings, folder, and the checkpoint to resume from.</summary>
/// <param name="Settings">The resolved recipe.</param>
/// <param name="Folder">The run's folder; claimed already where a run goes on in it. Who has the plan disposes it.</param>
/// <param name="Checkpoint">Where to go on; null = from the first step.</param>
internal sealed record RunPlan(SettingValues Settings, RunFolder Folder, Checkpoint? Checkpoint)
{
    /// <summary>Settings that must not change when a run is resumed, because the state only fits the same networks.</summary>
    private static readonly Setting[] Architecture =
    [
        TrainingSettings.CropSize, TrainingSettings.GeneratorFamily, TrainingSettings.GeneratorWidth, TrainingSettings.GeneratorDepth, TrainingSettings.GeneratorPatch, TrainingSettings.GeneratorNorm,
        TrainingSettings.GeneratorUpsample, TrainingSettings.GeneratorStyle, TrainingSettings.StyleDefinition, TrainingSettings.DiscriminatorFamily, TrainingSettings.DiscriminatorWidth, TrainingSettings.DiscriminatorLayers, TrainingSettings.DiscriminatorNorm,
        TrainingSettings.DiscriminatorScales,
    ];

    /// <param name="config">A configuration file; may be missing when a run is resumed, for a checkpoint holds its recipe.</param>
    /// <param name="overrides"><c>path=value</c> each.</param>
    /// <param name="resume">Whether to continue.</param>
    /// <param name="resumeFrom">A checkpoint's file; null, empty or <c>latest</c> = the newest one of the run's folder.</param>
    /// <param name="say">Hears what a user should know, one sentence each.</param>
    /// <exception cref="UserException">The settings have faults, the run exists already, or the checkpoint can't be used.</exception>
    public static RunPlan Make(string? config, IReadOnlyList<string> overrides, bool resume, string? resumeFrom, Action<string> say)
    {
        if (config is null && !resume)
        {
            // A misspelt setting is named before the missing file.
            _ = ConfigFile.Parse(TrainingSettings.Table, "", "", overrides);
            throw new UserException(RunsTexts.NoConfig);
        }

        var named = resumeFrom is null or "" or "latest" ? null : resumeFrom;
        var checkpoint = named is null ? null : Read(named);
        var settings = Resolve(config, overrides, checkpoint);
        var folder = RunFolder.Of(settings);
        if (!resume)
        {
            return folder.Exists ? throw folder.ExistsAlready() : new RunPlan(settings, folder, null);
        }

        return GoOn(folder, () =>
        {
            checkpoint ??= Latest(folder, settings, say);
            if (checkpoint is null)
            {
                say(RunsTexts.NoCheckpointYet(folder.Checkpoints));
                return new RunPlan(settings, folder, null);
            }

            var resolved = Resolve(config, overrides, checkpoint);
            RefuseOtherNetworks(resolved, checkpoint);
            return new RunPlan(resolved, folder, checkpoint);
        });
    }

    /// <summary>The same for settings that came another way than by a file.</summary>
    /// <param name="settings">The whole recipe.</param>
    /// <param name="resume">Whether to continue from the newest checkpoint of the run's folder.</param>
    /// <param name="say">Hears what a user should know, one sentence each.</param>
    /// <exception cref="UserException">The run exists already, or its checkpoint is one of other networks.</exception>
    public static RunPlan Make(SettingValues settings, bool resume, Action<string> say)
    {
        var folder = RunFolder.Of(settings);
        if (!resume)
        {
            return folder.Exists ? throw folder.ExistsAlready() : new RunPlan(settings, folder, null);
        }

        return GoOn(folder, () =>
        {
            var checkpoint = Latest(folder, settings, say);
            if (checkpoint is not null)
            {
                RefuseOtherNetworks(settings, checkpoint);
            }

            return new RunPlan(settings, folder, checkpoint);
        });
    }

    /// <summary>Claims a folder in which a run was begun before it is looked at, for no other process may train in it meanwhile; gives it back where the plan fails.</summary>
    private static RunPlan GoOn(RunFolder folder, Func<RunPlan> plan)
    {
        try
        {
            if (folder.Exists)
            {
                folder.Claim(isNew: false);
            }

            return plan();
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static Checkpoint? Latest(RunFolder folder, SettingValues settings, Action<string> say) =>
        Directory.Exists(folder.Checkpoints) ? CheckpointStore.Open(folder, settings, say).Latest() : null;

    private static Checkpoint Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new UserException(RunsTexts.NoCheckpoint(file));
        }

        try
        {
            return CheckpointFile.Read(file);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(RunsTexts.CheckpointUnusable(file, fault.Message), fault);
        }
    }

    private static SettingValues Resolve(string? config, IReadOnlyList<string> overrides, Checkpoint? checkpoint) => config is not null
        ? ConfigFile.Load(TrainingSettings.Table, config, overrides)
        : ConfigFile.Parse(TrainingSettings.Table, checkpoint?.Header.Settings ?? "", RunsTexts.TheCheckpointsRecipe, overrides);

    private static void RefuseOtherNetworks(SettingValues settings, Checkpoint checkpoint)
    {
        var before = ConfigFile.Parse(TrainingSettings.Table, checkpoint.Header.Settings, RunsTexts.TheCheckpointsRecipe, []);
        var differences = Architecture.Where(setting => settings.Text(setting) != before.Text(setting))
            .Select(setting => RunsTexts.ChangedSetting(setting.Path, settings.Text(setting), before.Text(setting))).ToList();
        if (differences.Count > 0)
        {
            throw new UserException(RunsTexts.OtherNetworks(string.Join("; ", differences)));
        }
    }
}
