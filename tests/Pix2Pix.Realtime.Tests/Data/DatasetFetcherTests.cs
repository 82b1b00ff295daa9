using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class DatasetFetcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();

    private static readonly byte[] Noise = RandomNumberGenerator.GetBytes(200_000);

    public void Dispose()
    {
        _folder.Dispose();
        _client.Dispose();
    }

    private static byte[] Archive(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(packed))
        {
            foreach (var (name, content) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return bytes.ToArray();
    }

    private async Task<(string Folder, string Checksum)> FetchAsync(ArchiveServer server, string checksum = "", string name = "set") =>
        await new DatasetFetcher(_client).FetchAsync(
            new Uri(server.Address, $"{name}.tar.gz"), _folder.Path, checksum, (_, _) => { }, TestContext.Current.CancellationToken);

    private string[] Left() => [.. Directory.GetFileSystemEntries(_folder.Path).Select(entry => Path.GetFileName(entry))];

    [Fact]
    public async Task An_archive_becomes_a_folder_of_its_name()
    {
        var archive = Archive(("set/train/1.bin", Noise), ("set/val/2.bin", [1, 2]));
        using var server = new ArchiveServer(archive);
        var (folder, checksum) = await FetchAsync(server, Convert.ToHexString(SHA256.HashData(archive)));
        Assert.Equal(Noise, File.ReadAllBytes(Path.Combine(folder, "train", "1.bin")));
        Assert.Equal([1, 2], File.ReadAllBytes(Path.Combine(folder, "val", "2.bin")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(archive)), checksum);
        Assert.Equal(["set"], Left());
    }

    [Fact]
    public async Task A_broken_download_goes_on_where_it_broke()
    {
        using var server = new ArchiveServer(Archive(("set/1.bin", Noise))) { BreakAfter = 70_000 };
        var fault = await Assert.ThrowsAsync<UserException>(() => FetchAsync(server));
        Assert.Contains("run the same command again", fault.Message, StringComparison.Ordinal);
        var there = new FileInfo(Path.Combine(_folder.Path, "set.tar.gz.part")).Length;
        var (folder, _) = await FetchAsync(server);
        Assert.Equal(Noise, File.ReadAllBytes(Path.Combine(folder, "1.bin")));
        Assert.Equal([0, (int)there], server.Starts);
        Assert.InRange(there, 1, 70_000);
    }

    [Fact]
    public async Task A_download_that_was_complete_is_not_fetched_twice()
    {
        var archive = Archive(("set/1.bin", Noise));
        using var server = new ArchiveServer(archive);
        File.WriteAllBytes(Path.Combine(_folder.Path, "set.tar.gz.part"), archive);
        var (folder, _) = await FetchAsync(server);
        Assert.Equal(Noise, File.ReadAllBytes(Path.Combine(folder, "1.bin")));
    }

    [Fact]
    public async Task Another_checksum_is_refused_and_nothing_is_left()
    {
        using var server = new ArchiveServer(Archive(("set/1.bin", Noise)));
        var fault = await Assert.ThrowsAsync<UserException>(() => FetchAsync(server, new string('0', 64)));
        Assert.Contains("not unpacked", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Left());
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("set/../../outside.bin")]
    [InlineData("/tmp/pix2pix-outside.bin")]
    public async Task An_archive_that_leaves_its_folder_is_refused(string name)
    {
        using var server = new ArchiveServer(Archive(("set/1.bin", [1]), (name, [2])));
        var fault = await Assert.ThrowsAsync<UserException>(() => FetchAsync(server));
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "set")));
        Assert.DoesNotContain("outside.bin", Left());
        Assert.False(File.Exists("/tmp/pix2pix-outside.bin"));
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_in_one_sentence()
    {
        using var server = new ArchiveServer([1, 2, 3, 4]);
        Assert.Contains("damaged", (await Assert.ThrowsAsync<UserException>(() => FetchAsync(server))).Message, StringComparison.Ordinal);
        Assert.Empty(Left());
    }

    [Fact]
    public async Task A_name_that_the_server_does_not_know_is_one_sentence()
    {
        using var server = new ArchiveServer([1]);
        Assert.Contains("404", (await Assert.ThrowsAsync<UserException>(() => FetchAsync(server, name: "nothing"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_use_is_never_written_to()
    {
        using var server = new ArchiveServer(Archive(("set/1.bin", [1])));
        File.WriteAllText(_folder.File("set", "mine.txt"), "mine");
        await Assert.ThrowsAsync<UserException>(() => FetchAsync(server));
        Assert.Empty(server.Starts);
    }
}
