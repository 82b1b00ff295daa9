using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Models;

/// <summary>Where generators lie: among the included ones, among those that the user kept, and in the runs.</summary>
internal static class ModelFolders
{
    private const string Pattern = "*.onnx", Int8Ending = ".int8.onnx";

    /// <summary>Lists them: the box first, then what was kept, then of each run the newest, the newest run first.</summary>
    /// <param name="box">The folder of the scenes.</param>
    /// <param name="kept">The user's models; may be missing.</param>
    /// <param name="runs">The folder of runs; may be missing.</param>
    public static IReadOnlyList<ModelEntry> List(string box, string kept, string runs) =>
    [
        .. In(box).Select(file => Entry(file, Path.GetFileNameWithoutExtension(file.Name))),
        .. In(kept).Select(file => Entry(file, Path.GetFileNameWithoutExtension(file.Name))),
        .. Newest(runs).Select(one => Entry(one.File, $"{one.Run} {Path.GetFileNameWithoutExtension(one.File.Name).Split('-')[^1].TrimStart('0')}")),
    ];

    /// <summary>As a user has them.</summary>
    /// <param name="runs">The folder of runs; may be missing.</param>
    public static IReadOnlyList<ModelEntry> List(string runs) => List(ProjectFolder.Under("sample-scenes"), KeptGenerators.Folder, runs);

    private static IEnumerable<(string Run, FileInfo File)> Newest(string runs) => !Directory.Exists(runs)
        ? []
        : new DirectoryInfo(runs).EnumerateDirectories()
            .Select(run => (run.Name, File: In(Path.Combine(run.FullName, "snapshots")).MaxBy(file => file.Name)!))
            .Where(one => one.File is not null)
            .OrderByDescending(one => one.File.LastWriteTimeUtc);

    private static IEnumerable<FileInfo> In(string folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles(Pattern).Where(file => !IsInt8Of(file)).OrderBy(file => file.Name, StringComparer.Ordinal) : [];

    /// <summary>Whether it is the int8 form of a file beside it, which is used by itself where it is faster.</summary>
    private static bool IsInt8Of(FileInfo file) =>
        file.Name.EndsWith(Int8Ending, StringComparison.Ordinal) && File.Exists($"{file.FullName[..^Int8Ending.Length]}.onnx");

    private static ModelEntry Entry(FileInfo file, string name) => new(file.FullName, name, file.Length / 1e6);
}
