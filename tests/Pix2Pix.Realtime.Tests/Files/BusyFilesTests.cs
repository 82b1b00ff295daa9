using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

/// <summary>Files that another program has open, which Windows neither replaces nor removes.</summary>
public sealed class BusyFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, new double[0])]
    [InlineData(1, new double[] { 15 })]
    [InlineData(3, new double[] { 15, 40, 100 })]
    public void A_file_that_is_let_go_in_time_is_replaced(int attempts, double[] waits)
    {
        var (path, files) = (_folder.File("kept.txt"), new BusyFiles(attempts));
        File.WriteAllText(path, "old");
        AtomicFile.WriteOn(files, path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(waits, files.Waits);
    }

    [Fact]
    public void A_file_that_is_kept_open_stays_and_a_sentence_says_so()
    {
        var (path, files) = (_folder.File("kept.txt"), new BusyFiles(int.MaxValue));
        File.WriteAllText(path, "old");
        var fault = Assert.Throws<IOException>(() => AtomicFile.WriteOn(files, path, stream => stream.Write(Encoding.UTF8.GetBytes("new"))));
        Assert.Equal($"Expected to replace '{path}', but another program has it open or it may not be written; close that program or make the file writable, and try again.", fault.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
        Assert.Equal([15, 40, 100], files.Waits);
    }

    [Fact]
    public void A_fault_that_will_not_pass_is_not_waited_for()
    {
        var files = new BusyFiles(0);
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.WriteOn(files, Path.Combine(_folder.Path, "none", "x.txt"), _ => { }));
        Assert.Empty(files.Waits);
    }

    [Fact]
    public void What_can_not_be_removed_stays_until_the_next_attempt()
    {
        var (path, files) = (_folder.File("old.onnx"), new BusyFiles(1));
        File.WriteAllText(path, "old");
        Assert.False(Removal.TryOn(files, path));
        Assert.True(File.Exists(path));
        Assert.True(Removal.TryOn(files, path));
        Assert.False(File.Exists(path));
        Assert.True(Removal.TryOn(files, path));
    }

    [Fact]
    public void A_folder_goes_with_all_that_is_in_it_or_stays()
    {
        var (inside, files) = (_folder.File("copies", "a.bin"), new BusyFiles(1));
        var folder = Path.GetDirectoryName(inside)!;
        File.WriteAllText(inside, "a");
        Assert.False(Removal.TryFolderOn(files, folder));
        Assert.True(Removal.TryFolderOn(files, folder));
        Assert.False(Directory.Exists(folder));
        Assert.True(Removal.TryFolderOn(files, folder));
    }

    [Fact]
    public void A_reader_lets_its_file_be_replaced_and_removed()
    {
        var path = _folder.File("read.bin");
        File.WriteAllText(path, "first");
        using var reader = RegularFile.OpenRead(path);
        AtomicFile.WriteText(path, "second");
        Assert.True(Removal.Try(path));
        Assert.Equal('f', reader.ReadByte());
    }
}
