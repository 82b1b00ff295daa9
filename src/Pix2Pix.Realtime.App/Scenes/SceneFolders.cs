using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>Lists the scenes at hand: those of the program, the street first, then the person's own. Any thread.</summary>
internal static class SceneFolders
{
    private const string Ending = ".scene.yaml";
    private const string First = "street";

    /// <summary>A folder of results holds not many scenes, but may hold many files.</summary>
    private const int MostOwn = 24;

    /// <param name="own">The folder where the person's scenes are saved; may be missing.</param>
    public static IReadOnlyList<SceneEntry> List(string own) => [.. In(ProjectFolder.Under("sample-scenes")).OrderBy(scene => scene.Name != First), .. In(own).Take(MostOwn)];

    private static IEnumerable<SceneEntry> In(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal).Select(Entry);

    private static SceneEntry Entry(string file)
    {
        var name = Path.GetFileName(file)[..^Ending.Length];
        var picture = Path.Combine(Path.GetDirectoryName(file)!, "gallery", "scenes", $"{name}.png");
        return new SceneEntry(file, name.Replace('-', ' '), Words(file), File.Exists(picture) ? picture : null);
    }

    private static string Words(string file)
    {
        try
        {
            return SceneFile.Words(file);
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }
}
