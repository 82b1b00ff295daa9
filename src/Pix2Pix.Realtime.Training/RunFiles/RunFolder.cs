using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.RunFiles;

/// <summary>
/// Where a run's files are: <c>runs/NAME/</c>. Nothing is ever written into a dataset's folder. One process trains in it: who writes claims it first, by a lock of the kernel's.
/// Thread contract: one thread at a time.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private FileLock? _claim;

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

    private string Lock => Path.Combine(Root, "run.lock");

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
            : throw new UserException(RunFilesTexts.NoRun(path));
    }

    /// <summary>Whether a run was begun here.</summary>
    public bool Exists => Directory.Exists(Root) && Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Any(file => !FileLock.IsPartOf(file, Lock) && !(file == Log && new FileInfo(file).Length == 0));

    /// <summary>Whether this object holds the folder's lock.</summary>
    public bool IsClaimed => _claim is not null;

    /// <summary>The error if the folder of a new run exists.</summary>
    public UserException ExistsAlready() =>
        new(RunFilesTexts.RunExists(Root));

    /// <summary>Takes the folder for this process, makes what is missing of it, and removes what a killed process left half written.</summary>
    /// <param name="isNew">Whether a run must not have been begun here.</param>
    /// <exception cref="UserException">Another run is under way in it or was begun in it, or it can't be made.</exception>
    public void Claim(bool isNew)
    {
        try
        {
            Directory.CreateDirectory(Root);
            _claim ??= FileLock.TryTake(Lock) ?? throw new UserException(RunFilesTexts.RunInUse(Root, FileLock.Holder(Lock)));
            if (isNew && Exists)
            {
                throw ExistsAlready();
            }

            foreach (var folder in new[] { Checkpoints, Snapshots, Samples })
            {
                Directory.CreateDirectory(folder);
            }

            foreach (var part in new[] { Root, Checkpoints, Snapshots, Samples }.SelectMany(folder => Directory.EnumerateFiles(folder, $"*{AtomicFile.TemporaryEnding}")))
            {
                Removal.Try(part);
            }
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new UserException(RunFilesTexts.NotWritable(Root, fault.Message), fault);
        }
    }

    /// <summary>Gives the folder back to other processes.</summary>
    public void Dispose()
    {
        _claim?.Dispose();
        _claim = null;
    }

    public string Snapshot(long step) => Path.Combine(Snapshots, string.Create(CultureInfo.InvariantCulture, $"generator-{step:d6}.onnx"));

    public string Sample(long step) => Path.Combine(Samples, string.Create(CultureInfo.InvariantCulture, $"step-{step:d6}.png"));
}
