using System.Net.Sockets;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Everything_that_is_no_regular_file_is_named_and_never_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux's kinds of files");
        File.WriteAllText(_folder.File("plain"), "x");
        File.CreateSymbolicLink(_folder.File("link"), _folder.File("plain"));
        File.CreateSymbolicLink(_folder.File("dangling"), _folder.File("gone"));
        File.CreateSymbolicLink(_folder.File("one"), _folder.File("two"));
        File.CreateSymbolicLink(_folder.File("two"), _folder.File("one"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("socket")));
        SpecialFile.Pipe(_folder.File("pipe"));

        Assert.Null(RegularFile.WhyNot(_folder.File("plain")));
        Assert.Null(RegularFile.WhyNot(_folder.File("link")));
        foreach (var (path, found) in new[]
        {
            (_folder.File("pipe"), "a named pipe"), ("/dev/zero", "a device"), (_folder.File("socket"), "a socket"), (_folder.Path, "a folder"), (_folder.File("gone"), "none"),
            (_folder.File("dangling"), "a link to nothing"), (_folder.File("one"), "a link that leads back to itself"),
        })
        {
            Assert.Equal(found, RegularFile.WhyNot(path));
            Action[] readers = [() => RegularFile.OpenRead(path), () => RegularFile.ReadAllBytes(path)];
            Assert.All(readers, read => Assert.Contains($"found {found}", Assert.Throws<UserException>(read).Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_reader_refuses_a_named_pipe_in_a_sentence_with_its_name()
    {
        var pipe = SpecialFile.Pipe(_folder.File("pipe.png"));
        Action[] readers =
        [
            () => ImageFile.Load(pipe), () => OnnxFile.Read(pipe), () => GraphFingerprint.Of(pipe), () => PaletteFile.Load(pipe), () => StrokeFile.Load(pipe, []),
            () => ConfigFile.Load(TrainingSettings.Table, pipe, []),
        ];
        Assert.All(readers, read =>
        {
            var said = Assert.Throws<UserException>(read).Message;
            Assert.Contains(pipe, said, StringComparison.Ordinal);
            Assert.Contains("a named pipe", said, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_dataset_with_special_files_and_broken_links_goes_on_with_the_rest_and_names_each()
    {
        SynthesizedFolder.Write(_folder.File("set"), 10, 1, 64, PaletteFile.Load("cmp-facade"), () => { });
        SpecialFile.Pipe(_folder.File("set", "train", "pipe.png"));
        File.CreateSymbolicLink(_folder.File("set", "train", "dangling.png"), _folder.File("gone"));
        File.CreateSymbolicLink(_folder.File("set", "train", "one.png"), "two.png");
        File.CreateSymbolicLink(_folder.File("set", "train", "two.png"), "one.png");
        File.CreateSymbolicLink(_folder.File("set", "train", "zero.png"), "/dev/zero");

        var findings = DatasetCheck.Run(DatasetFolder.Open(_folder.File("set"), PairLayout.Auto), Direction.BtoA, null);
        Assert.Equal(10, findings.Readable);
        string[] bad = ["dangling.png", "one.png", "pipe.png", "two.png", "zero.png"];
        Assert.Equal(bad.Length, findings.Problems.Count);
        Assert.All(bad, name => Assert.Contains(findings.Problems, problem => problem.Contains(name, StringComparison.Ordinal)));

        var settings = ConfigFile.Parse(TrainingSettings.Table, "", "test", [$"data.root={_folder.File("set")}", "data.load_size=64", "data.crop_size=64"]);
        Assert.Equal(bad.Length, PairSources.Open(settings).Problems.Count);
    }

    [Fact]
    public void A_full_disk_ends_a_written_dataset_in_one_plain_sentence()
    {
        using var disk = SmallDisk.Mount(_folder, "64k");
        var fault = Assert.ThrowsAny<IOException>(() => SynthesizedFolder.Write(disk.File("set"), 100, 1, 64, PaletteFile.Load("cmp-facade"), () => { }));
        Assert.True(DiskSpace.IsShort(fault), fault.Message);
        Assert.DoesNotContain("One or more errors", FaultText.Of(fault, verbose: false), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Path, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void Several_faults_at_once_are_said_as_the_first()
    {
        var fault = new AggregateException(new AggregateException(new UserException("a.png is damaged.")), new IOException("another"));
        Assert.Equal("a.png is damaged.", FaultText.Of(fault, verbose: false));
    }

    public void Dispose() => _folder.Dispose();
}
