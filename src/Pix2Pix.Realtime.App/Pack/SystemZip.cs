using System.IO.Compression;
using System.Text;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>A .zip that unpacks to one folder, with a fixed time and the rights that Linux needs to start a program: the same files give the same bytes.</summary>
internal static class SystemZip
{
    private const string Notices = "THIRD-PARTY-NOTICES.txt";
    private const int RegularFile = 0x8000;
    private const int MayStart = 0x1ED;
    private const int MayRead = 0x1A4;

    /// <summary>Zip's clock begins in 1980.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="path">Written whole or not at all.</param>
    /// <param name="root">The folder that it unpacks to.</param>
    /// <param name="files">By their names below that folder.</param>
    /// <param name="prefix">Before the name of the notices: empty, or a folder and a slash.</param>
    /// <param name="notices">What the files owe to others.</param>
    /// <param name="programs">Names of files that may be started.</param>
    public static void Write(string path, string root, SortedDictionary<string, string> files, string prefix, string notices, params string[] programs) => AtomicFile.Write(path, stream =>
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, file) in files)
        {
            using var content = File.OpenRead(file);
            Add(archive, $"{root}/{name}", content, programs.Contains(name.Split('/')[^1]) ? MayStart : MayRead);
        }

        using var text = new MemoryStream(Encoding.UTF8.GetBytes(notices));
        Add(archive, $"{root}/{prefix}{Notices}", text, MayRead);
    });

    private static void Add(ZipArchive archive, string name, Stream content, int rights)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        entry.ExternalAttributes = (RegularFile | rights) << 16;
        using var target = entry.Open();
        content.CopyTo(target);
    }
}
