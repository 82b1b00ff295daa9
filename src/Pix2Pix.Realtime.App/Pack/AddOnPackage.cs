using System.IO.Compression;
using System.Text.Json;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>
/// An add-on for a program with Python (Krita, Blender) as that program's importer reads it: a .zip with the add-on's files, the Python binding, the C
/// library, a generator, the classes' colours and the licence. The same files give the same bytes.
/// </summary>
/// <param name="host"><c>krita</c> or <c>blender</c>: the add-on's folder beside the C library's sources.</param>
internal sealed class AddOnPackage(string host)
{
    /// <summary>The files of the published library, of every platform.</summary>
    private static readonly string[] LibraryFiles = ["libpix2pix_realtime.so", "libonnxruntime.so", "libpix2pix_realtime.dll", "onnxruntime.dll"];

    /// <summary>Zip's clock begins in 1980.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The programs that an add-on exists for.</summary>
    public static IReadOnlyList<string> Hosts { get; } = ["krita", "blender"];

    public string FileName => $"pix2pix-{host}.zip";

    private static string Native => ProjectFolder.Under("src", "Pix2Pix.Realtime.Native");

    /// <param name="target">Receives the package.</param>
    /// <param name="libraries">Folders that the C library was published to, one for each platform.</param>
    /// <param name="model">The generator (.onnx) that the add-on begins with.</param>
    /// <param name="palette">The classes that are painted.</param>
    /// <exception cref="UserException">A folder holds no library, or there is no such generator.</exception>
    public void Write(Stream target, IReadOnlyList<string> libraries, string model, Palette palette)
    {
        if (!File.Exists(model))
        {
            throw new UserException(PackTexts.NoGenerator(model));
        }

        var folder = $"pix2pix_{host}";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Native, host), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not ".pyc"))
        {
            files[Path.GetRelativePath(Path.Combine(Native, host), file).Replace('\\', '/')] = file;
        }

        files[$"{folder}/pix2pix_realtime.py"] = Path.Combine(Native, "python", "pix2pix_realtime.py");
        files[$"{folder}/facades.onnx"] = model;
        files[$"{folder}/LICENSE"] = ProjectFolder.Under("LICENSE");
        foreach (var library in libraries)
        {
            var found = LibraryFiles.Where(name => File.Exists(Path.Combine(library, name))).ToList();
            if (found.Count == 0)
            {
                throw new UserException(PackTexts.NoLibrary(library));
            }

            found.ForEach(name => files[$"{folder}/{name}"] = Path.Combine(library, name));
        }

        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, file) in files)
        {
            using var content = File.OpenRead(file);
            Add(archive, path, content);
        }

        using var classes = new MemoryStream(Classes(palette));
        Add(archive, $"{folder}/classes.json", classes);
    }

    private static void Add(ZipArchive archive, string path, Stream content)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var target = entry.Open();
        content.CopyTo(target);
    }

    /// <summary>The palette as the add-ons read it: names and colours in the order in which they are shown.</summary>
    private static byte[] Classes(Palette palette) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name = palette.Name,
        background = Channels(palette.Background.Color),
        classes = palette.Classes.Select(one => new { name = one.Name, color = Channels(one.Color) }),
    });

    private static int[] Channels(Rgb color) => [color.R, color.G, color.B];
}
