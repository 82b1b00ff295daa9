using System.Runtime.Versioning;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Native;

namespace Pix2Pix.Realtime.Training.Tests;

/// <summary>What lies in the cache is loaded as code only when it is what the program wrote.</summary>
[SupportedOSPlatform("linux")]
public sealed class PrivateFileTests : IDisposable
{
    private static readonly byte[] Library = [1, 2, 3, 4];

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("library.so");

    public PrivateFileTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libtorch's library is kept in the cache on Linux only");
        File.WriteAllBytes(Path, Library);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_that_was_written_is_taken() => Assert.True(PrivateFile.Holds(Path, Library));

    [Fact]
    public void Another_content_of_the_same_length_is_not()
    {
        File.WriteAllBytes(Path, [1, 2, 3, 5]);
        Assert.False(PrivateFile.Holds(Path, Library));
    }

    [Fact]
    public void Nor_is_a_missing_one_a_link_or_one_that_others_may_write()
    {
        Assert.False(PrivateFile.Holds(_folder.File("none.so"), Library));
        File.CreateSymbolicLink(_folder.File("link.so"), Path);
        Assert.False(PrivateFile.Holds(_folder.File("link.so"), Library));
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        Assert.False(PrivateFile.Holds(Path, Library));
    }
}
