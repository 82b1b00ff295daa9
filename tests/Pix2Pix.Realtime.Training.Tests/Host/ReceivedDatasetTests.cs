using System.Formats.Tar;
using System.Text;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Training.Tests.Host;

public sealed class ReceivedDatasetTests : IDisposable
{
    private const int TypeOffset = 156;
    private const int ChecksumOffset = 148;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Only_regular_files_and_folders_are_taken_and_a_refused_archive_leaves_nothing()
    {
        await using var process = await HostProcess.StartAsync(_folder.Path);
        var archives = new (string Expected, byte[] Archive)[]
        {
            ("Fifo", Tar(new PaxTarEntry(TarEntryType.Fifo, "a.png"))),
            ("CharacterDevice", Tar(new PaxTarEntry(TarEntryType.CharacterDevice, "zero.png") { DeviceMajor = 1, DeviceMinor = 5 })),
            ("BlockDevice", Tar(new PaxTarEntry(TarEntryType.BlockDevice, "disk.png") { DeviceMajor = 8, DeviceMinor = 0 })),
            ("SymbolicLink", Tar(new PaxTarEntry(TarEntryType.SymbolicLink, "link.png") { LinkName = "/etc/passwd" })),
            ("HardLink", Tar(new PaxTarEntry(TarEntryType.HardLink, "hard.png") { LinkName = "a.png" })),
            ("stays in its own folder", Tar(new PaxTarEntry(TarEntryType.RegularFile, "../out.png"))),
            ("", WithType(Tar(new UstarTarEntry(TarEntryType.RegularFile, "a.png")), 182)),
            ("was not received completely", Encoding.ASCII.GetBytes(new string('x', 2000))),
        };
        foreach (var (expected, archive) in archives)
        {
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => process.Host.ReceiveDatasetAsync("mine", 1, new MemoryStream(archive), Cancel));
            Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder.Path, "datasets")));
        }

        Assert.Equal(0, await process.CloseAsync());
    }

    [Fact]
    public async Task A_sent_folder_arrives_as_regular_files_also_where_it_holds_links_and_without_what_is_no_file()
    {
        File.WriteAllText(_folder.File("elsewhere.png"), "elsewhere");
        File.WriteAllText(_folder.File("set", "train", "a.png"), "a");
        File.CreateSymbolicLink(_folder.File("set", "train", "b.png"), _folder.File("elsewhere.png"));
        File.CreateSymbolicLink(_folder.File("set", "train", "gone.png"), "nothing");
        Directory.CreateSymbolicLink(_folder.File("set", "train", "round"), "..");
        SpecialFile.Pipe(_folder.File("set", "train", "pipe.png"));
        await using var process = await HostProcess.StartAsync(_folder.Path);
        var received = await process.Host.SendDatasetAsync(_folder.File("set"), Cancel);
        Assert.Equal(["train/a.png", "train/b.png"], Directory.GetFiles(received, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(received, file)).Order());
        Assert.Equal("elsewhere", File.ReadAllText(Path.Combine(received, "train", "b.png")));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Tar(TarEntry entry)
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            writer.WriteEntry(entry);
        }

        return archive.ToArray();
    }

    /// <summary>An entry of a kind that no writer makes, its checksum set right.</summary>
    private static byte[] WithType(byte[] archive, byte type)
    {
        var header = archive.AsSpan(0, 512);
        header[TypeOffset] = type;
        header.Slice(ChecksumOffset, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var value in header)
        {
            sum += value;
        }

        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[ChecksumOffset..]);
        return archive;
    }
}
