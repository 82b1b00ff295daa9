using System.Formats.Tar;
using System.IO.Pipelines;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>The client's half of sending a dataset to a host on another machine. Any thread.</summary>
internal static class DatasetSending
{
    /// <summary>Sends a folder as it is, as a stream beside the messages; nothing of it is held in memory or written here.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="folder">A dataset on this machine.</param>
    /// <param name="cancellationToken">Ends the sending; the host then keeps nothing.</param>
    /// <returns>Where it lies on the host's machine, whole path.</returns>
    public static async Task<string> SendDatasetAsync(this ITrainingHost host, string folder, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(folder);
        string[] files = [.. Files(root)];
        var pipe = new Pipe();
        var writing = WriteAsync(root, files, pipe.Writer, cancellationToken);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var received = await host.ReceiveDatasetAsync(name, files.Length, pipe.Reader.AsStream(), cancellationToken);
        await writing;
        return received;
    }

    /// <summary>Regular files, also behind links; what is none, and folders behind links, which may lead round in a circle, are left out.</summary>
    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Where(file => RegularFile.WhyNot(file) is null)
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => new DirectoryInfo(inner).LinkTarget is null).SelectMany(Files));

    /// <summary>On a thread of its own: the archive is written as fast as the wire takes it.</summary>
    private static Task WriteAsync(string root, string[] files, PipeWriter writer, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        Exception? fault = null;
        try
        {
            await using var archive = new TarWriter(writer.AsStream(leaveOpen: true), TarEntryFormat.Pax, leaveOpen: false);
            foreach (var file in files)
            {
                // A link becomes the file that it leads to: the host takes no links.
                await using var content = RegularFile.OpenRead(file);
                var entry = new PaxTarEntry(TarEntryType.RegularFile, Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')) { DataStream = content };
                await archive.WriteEntryAsync(entry, cancellationToken);
            }
        }
        catch (Exception any) when (any is UserException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            fault = any;
        }

        // The reader learns of a fault too, so that half a dataset is not taken for a whole one.
        await writer.CompleteAsync(fault);
    }, cancellationToken);
}
