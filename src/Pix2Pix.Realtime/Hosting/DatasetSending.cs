using System.Formats.Tar;
using System.IO.Pipelines;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>The client's half of sending a dataset to a host on another machine. Any thread.</summary>
public static class DatasetSending
{
    /// <summary>Sends a folder as it is, as a stream beside the messages; nothing of it is held in memory or written here.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="folder">A dataset on this machine.</param>
    /// <param name="cancellationToken">Ends the sending; the host then keeps nothing.</param>
    /// <returns>Where it lies on the host's machine, whole path.</returns>
    public static async Task<string> SendDatasetAsync(this ITrainingHost host, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
        var pipe = new Pipe();
        var writing = WriteAsync(folder, pipe.Writer, cancellationToken);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var received = await host.ReceiveDatasetAsync(name, files, pipe.Reader.AsStream(), cancellationToken);
        await writing;
        return received;
    }

    /// <summary>On a thread of its own: the archive is written as fast as the wire takes it.</summary>
    private static Task WriteAsync(string folder, PipeWriter writer, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        Exception? fault = null;
        try
        {
            await TarFile.CreateFromDirectoryAsync(folder, writer.AsStream(leaveOpen: true), includeBaseDirectory: false, cancellationToken);
        }
        catch (Exception any) when (any is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            fault = any;
        }

        // The reader learns of a fault too, so that half a dataset is not taken for a whole one.
        await writer.CompleteAsync(fault);
    }, cancellationToken);
}
