using Pix2Pix.Realtime.App.Export;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Distill;

/// <summary><c>pix2pix distill</c>: from a run to its fast student. The training program trains a small generator that imitates the run's, then this process makes int8 of it.</summary>
internal sealed class DistillCommand : AsyncCommand<DistillOptions>
{
    /// <summary>The student's fast form, in its run's folder.</summary>
    private const string FastFile = "fast.onnx";

    public override async Task<int> ExecuteAsync(CommandContext context, DistillOptions options, CancellationToken cancellationToken)
    {
        var (settings, folder) = Compose(options);
        var fast = Path.Combine(folder, FastFile);
        if (File.Exists(fast))
        {
            throw new UserException(DistillTexts.StudentExists(fast));
        }

        var (code, stopped) = await TrainAsync(settings, options.Resume);
        if (code == 0 && !stopped)
        {
            var snapshot = RunSnapshots.Newest(folder) ?? throw new UserException(DistillTexts.NoSnapshot(Path.Combine(folder, RunSnapshots.Folder)));
            Int8File.Write(snapshot, fast, Calibration(settings), options.Force);
        }

        return code;
    }

    /// <summary>The student's recipe and its run's folder.</summary>
    private static (SettingValues Settings, string Folder) Compose(DistillOptions options)
    {
        var run = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Run));
        var config = Path.Combine(run, "config.yaml");
        if (!File.Exists(config))
        {
            throw new UserException(DistillTexts.NoRun(options.Run));
        }

        var student = StudentRecipe.Of(ConfigFile.Load(TrainingSettings.Table, config, []), run);
        var settings = ConfigFile.Parse(TrainingSettings.Table, student.ToYaml(), DistillTexts.TheRecipe, options.Overrides);
        return (settings, Path.GetFullPath(Path.Combine(settings.Get(TrainingSettings.RunFolder), settings.Get(TrainingSettings.RunName))));
    }

    /// <summary>Trains in the training program, whose progress this console shows.</summary>
    private static async Task<(int Code, bool Stopped)> TrainAsync(SettingValues settings, bool resume)
    {
        await TrainingProgram.RequireAsync(sentence => Console.Error.WriteLine($"pix2pix: {sentence}"));
        var config = Path.GetTempFileName();
        try
        {
            ConfigFile.Save(config, settings);
            return await TrainingProcess.RunAsync(["train", "--config", config, .. resume ? ["--resume"] : Array.Empty<string>()]);
        }
        finally
        {
            Removal.Try(config);
        }
    }

    /// <summary>The dataset, whose label maps are what the student will see; null = drawn facades, as it was trained on.</summary>
    private static string? Calibration(SettingValues settings) => settings.Get(TrainingSettings.DataRoot) is var root && root == SynthesizedPairs.Root ? null : root;
}
