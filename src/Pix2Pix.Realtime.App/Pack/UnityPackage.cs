using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>
/// The package as Unity's package manager reads it: a .tgz with all files below <c>package/</c>, each with the .meta that fixes its identity.
/// The same files give the same bytes.
/// </summary>
/// <param name="sources">The folder with package.json, the scripts, and the .meta files, also those of libraries that are not there yet.</param>
internal sealed class UnityPackage(string sources)
{
    private const string PluginFolder = "Runtime/Plugins/x86_64";
    private const string MetaEnding = ".meta";

    /// <summary>NAME-VERSION.tgz, as package.json says.</summary>
    public string FileName
    {
        get
        {
            using var facts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(sources, "package.json")));
            return $"{facts.RootElement.GetProperty("name").GetString()}-{facts.RootElement.GetProperty("version").GetString()}.tgz";
        }
    }

    /// <param name="target">Receives the package.</param>
    /// <param name="libraries">Folders that the C library was published to, one for each platform.</param>
    /// <exception cref="UserException">A folder holds no library.</exception>
    public void Write(Stream target, IReadOnlyList<string> libraries)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(sources, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(sources, file).Replace('\\', '/')] = file;
        }

        // The .meta files name the libraries that a package may hold; those that are not brought leave it with their .meta.
        var known = files.Keys.Where(path => path.StartsWith($"{PluginFolder}/", StringComparison.Ordinal)).ToList();
        foreach (var meta in known)
        {
            var name = Path.GetFileName(meta)[..^MetaEnding.Length];
            if (libraries.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } library)
            {
                files[meta[..^MetaEnding.Length]] = library;
            }
            else
            {
                files.Remove(meta);
            }
        }

        foreach (var folder in libraries.Where(folder => !known.Any(meta => File.Exists(Path.Combine(folder, Path.GetFileName(meta)[..^MetaEnding.Length])))))
        {
            throw new UserException(PackTexts.NoLibrary(folder));
        }

        using var zipped = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        using var archive = new TarWriter(zipped, TarEntryFormat.Ustar);
        foreach (var (path, file) in files)
        {
            using var content = File.OpenRead(file);
            archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"package/{path}")
            {
                DataStream = content,
                ModificationTime = DateTimeOffset.UnixEpoch,
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            });
        }
    }
}
