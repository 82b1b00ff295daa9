using System.Globalization;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.RunFiles;

/// <summary>Where a run's files are: <c>runs/NAME/</c>. Nothing is ever written into a dataset's folder.</summary>
internal sealed class RunFolder
{
    private RunFolder(string path) => Root = path;

    public string Root { get; }

    public string Name => Path.GetFileName(Root);

    public string Config => Path.Combine(Root, "config.yaml");

    public string Checkpoints => Path.Combine(Root, "checkpoints");

    public string Snapshots => Path.Combine(Root, RunSnapshots.Folder);

    public string Samples => Path.Combine(Root, "samples");

    public string Metrics => Path.Combine(Root, "metrics.csv");

    /// <summary>The snapshot that the run learns from, where it has a teacher: its own copy, so that it can continue wherever it is.</summary>
    public string Teacher => Path.Combine(Root, "teacher.onnx");

    public string Log => Path.Combine(Root, "train.log");

    /// <summary>The folder that settings name, whether it exists or not.</summary>
    public static RunFolder Of(SettingValues settings) =>
        new(Path.GetFullPath(Path.Combine(settings.Get(TrainingSettings.RunFolder), settings.Get(TrainingSettings.RunName))));

    /// <summary>An existing run's folder.</summary>
    /// <exception cref="UserException">There is no run.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        return File.Exists(folder.Config)
            ? folder
            : throw new UserException($"Expected a run's folder with a config.yaml at '{path}', found none; name a folder in runs/.");
    }

    public bool Exists => Directory.Exists(Root) && Directory.EnumerateFileSystemEntries(Root).Any();

    /// <summary>The error if the folder of a new run exists.</summary>
    public UserException ExistsAlready() =>
        new($"Expected a new run folder, found the existing '{Root}', which is never overwritten; continue it with --resume, or choose another name with run.name=NAME.");

    /// <summary>Makes what is missing of it.</summary>
    /// <exception cref="UserException">It can't be made.</exception>
    public void CreateFolders()
    {
        try
        {
            foreach (var folder in new[] { Checkpoints, Snapshots, Samples })
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new UserException($"Expected to write into '{Root}', but writing failed: {fault.Message} Choose another folder with run.folder=FOLDER.", fault);
        }
    }

    public string Snapshot(long step) => Path.Combine(Snapshots, string.Create(CultureInfo.InvariantCulture, $"generator-{step:d6}.onnx"));

    public string Sample(long step) => Path.Combine(Samples, string.Create(CultureInfo.InvariantCulture, $"step-{step:d6}.png"));
}
