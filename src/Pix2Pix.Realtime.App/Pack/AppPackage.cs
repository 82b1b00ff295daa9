using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>
/// This program in two archives that need no .NET: the app, and the training program with its libtorch, which is found when both are unpacked into one place. The
/// same sources give the same bytes.
/// </summary>
/// <param name="system">One of <see cref="Systems"/>; it need not be the one that packs.</param>
internal sealed class AppPackage(string system)
{
    private const string AppProject = "Pix2Pix.Realtime.App";
    private const string TrainingProject = "Pix2Pix.Realtime.Training";

    /// <summary>The folder that both archives unpack to.</summary>
    private const string Root = "pix2pix";

    /// <summary>Bytes of the app's archive: larger ones hold something that nobody meant to give away.</summary>
    private const long MostAppBytes = 200L << 20;

    private static readonly string[] RepositoryFolders = ["configs", "sample-scenes", "docs"];
    private static readonly string[] RepositoryFiles = ["LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md"];
    private static readonly string[] Programs = ["pix2pix", TrainingProject, "createdump"];

    public static string[] Systems { get; } = ["win-x64", "linux-x64"];

    /// <summary>The program's version, e.g. <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(AppPackage).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>Writes the archive of the app.</summary>
    /// <returns>Its file.</returns>
    /// <exception cref="UserException">The program could not be published, or the archive is too large.</exception>
    public string WriteApp(string folder)
    {
        var app = Files(AppProject, "");
        foreach (var file in RepositoryFiles.Concat(RepositoryFolders.SelectMany(Repository)))
        {
            app[file] = ProjectFolder.Under(file);
        }

        var archive = WriteArchive(Path.Combine(folder, $"pix2pix-{Version}-{system}.zip"), app, AppProject, "");
        var size = new FileInfo(archive).Length;
        return size <= MostAppBytes
            ? archive
            : throw new UserException(PackTexts.TooLarge(MostAppBytes >> 20, size >> 20, archive));
    }

    /// <summary>Writes the archive of the training program.</summary>
    /// <inheritdoc cref="WriteApp"/>
    public string WriteTraining(string folder)
    {
        const string Prefix = $"{TrainingProgram.PackedFolder}/";
        return WriteArchive(Path.Combine(folder, $"pix2pix-training-{Version}-{system}.zip"), Files(TrainingProject, Prefix), TrainingProject, Prefix);
    }

    /// <summary>Publishes a project.</summary>
    /// <returns>Its files by their names in the archive.</returns>
    private SortedDictionary<string, string> Files(string project, string prefix)
    {
        Console.Error.WriteLine(PackTexts.Building(project, system));

        // What an earlier version left there must not be given away.
        var folder = ProjectFolder.Under("artifacts", "publish", project, $"release_{system}");
        Removal.TryFolder(folder);
        if (Publication.Run(ProjectFolder.Under("src", project), system, "--self-contained") is { } fault)
        {
            throw new UserException(PackTexts.NotBuilt(system, fault));
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".pdb" or ".xml")))
        {
            files[prefix + Path.GetRelativePath(folder, file).Replace('\\', '/')] = file;
        }

        return files;
    }

    private static IEnumerable<string> Repository(string folder) =>
        Directory.EnumerateFiles(ProjectFolder.Under(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(ProjectFolder.Root, file).Replace('\\', '/'));

    private string WriteArchive(string path, SortedDictionary<string, string> files, string project, string prefix)
    {
        SystemZip.Write(path, Root, files, prefix, ThirdPartyNotices.Of(ProjectFolder.Under("artifacts", "obj", project, "project.assets.json"), system), Programs);
        return path;
    }
}
