using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Pix2Pix.Realtime.Data;

/// <summary>
/// Downloads a dataset's archive and unpacks it. What was downloaded stays when the connection breaks, and the next call continues from there.
/// One call at a time per folder.
/// </summary>
internal sealed class DatasetFetcher
{
    /// <summary>Bytes read between progress reports.</summary>
    private const int BlockSize = 1 << 16;

    private readonly HttpClient _client;

    /// <param name="client">The caller's; it needs no base address.</param>
    public DatasetFetcher(HttpClient client) => _client = client;

    /// <summary>Fetches an archive into a new folder named after it.</summary>
    /// <param name="archive">A <c>.tar.gz</c>.</param>
    /// <param name="parent">Where the dataset's folder is made.</param>
    /// <param name="checksum">The archive's SHA-256 in hexadecimal digits; empty = nobody knows it.</param>
    /// <param name="onBytes">Told how many bytes are there and how many there will be; 0 = the server doesn't say.</param>
    /// <param name="cancellationToken">Ends the download; what is there stays.</param>
    /// <returns>The dataset's folder and the archive's SHA-256.</returns>
    /// <exception cref="UserException">The server or the archive is not as expected, the checksum differs, or the folder is in use.</exception>
    public async Task<(string Folder, string Checksum)> FetchAsync(
        Uri archive, string parent, string checksum, Action<long, long> onBytes, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(archive.LocalPath);
        var folder = Path.Combine(parent, file.Split('.')[0]);
        NewFolder.Require(folder);
        Directory.CreateDirectory(parent);
        var part = Path.Combine(parent, $"{file}.part");
        try
        {
            await DownloadAsync(archive, part, onBytes, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or HttpIOException)
        {
            throw new UserException($"The download of {archive} did not finish ({fault.Message}); check the name and the connection, then run the same command again to resume.", fault);
        }

        var found = await ChecksumAsync(part, cancellationToken);
        if (checksum.Length > 0 && !checksum.Equals(found, StringComparison.OrdinalIgnoreCase))
        {
            File.Delete(part);
            throw new UserException($"Expected an archive with the SHA-256 {checksum} at {archive}, found {found}; check the address, it was not unpacked.");
        }

        await DatasetArchive.UnpackAsync(part, folder, cancellationToken);
        File.Delete(part);
        return (folder, found);
    }

    private async Task DownloadAsync(Uri archive, string part, Action<long, long> onBytes, CancellationToken cancellationToken)
    {
        var there = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, archive);
        request.Headers.Range = there > 0 ? new RangeHeaderValue(there, null) : null;
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == there)
        {
            return;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new UserException($"Expected an archive at {archive}, but the server answered {(int)response.StatusCode} {response.ReasonPhrase}; check the name and the address.");
        }

        // A server that knows no ranges starts from the beginning.
        there = response.StatusCode == HttpStatusCode.PartialContent ? there : 0;
        var total = response.Content.Headers.ContentLength is { } rest ? there + rest : 0;
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var output = new FileStream(part, there > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write);
        var block = new byte[BlockSize];
        while (await content.ReadAsync(block, cancellationToken) is > 0 and var read)
        {
            await output.WriteAsync(block.AsMemory(0, read), cancellationToken);
            onBytes(there += read, total);
        }
    }

    private static async Task<string> ChecksumAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
