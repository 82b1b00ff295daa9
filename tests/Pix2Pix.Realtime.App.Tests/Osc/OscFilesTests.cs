using Pix2Pix.Realtime.App.Osc;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Osc;

public sealed class OscFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.onnx")]
    [InlineData("deep/a.onnx")]
    [InlineData("not/there/yet.mp4")]
    [InlineData("deep/../a.onnx")]
    public void A_name_inside_becomes_its_whole_path(string name) =>
        Assert.Equal(Path.GetFullPath(Path.Combine(_folder.Path, name)), OscFiles.In(_folder.Path).Find(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("deep/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    public void A_name_that_leads_out_is_none(string name) => Assert.Null(OscFiles.In(_folder.Path).Find(name));

    [Fact]
    public void Neither_is_a_folder_beside_it_whose_name_begins_alike_nor_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var inside = Directory.CreateDirectory(Path.Combine(_folder.Path, "in")).FullName;
        Directory.CreateDirectory(Path.Combine(_folder.Path, "inner"));
        File.CreateSymbolicLink(Path.Combine(inside, "link"), Path.Combine(_folder.Path, "inner"));
        var files = OscFiles.In(inside);
        Assert.Null(files.Find("../inner/x"));
        Assert.Null(files.Find("link"));
        Assert.Null(files.Find("link/x"));
        Assert.Contains("--osc-files", Assert.Throws<UserException>(() => OscFiles.In(Path.Combine(inside, "none"))).Message, StringComparison.Ordinal);
    }
}
