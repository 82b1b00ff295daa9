using System.Text;
using CsCheck;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

public sealed class FileStartTests
{
    public static TheoryData<byte[], string> Known => new()
    {
        { [], "an empty file" },
        { new byte[4096], "zeros, as an interrupted download leaves them" },
        { Encoding.ASCII.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a"), "git lfs pull" },
        { Encoding.ASCII.GetBytes("<!DOCTYPE html><html lang=\"en\">"), "a web page" },
        { [0xEF, 0xBB, 0xBF, .. "\r\n <!DocType HTML PUBLIC"u8], "a web page" },
        { Encoding.ASCII.GetBytes("<HTML>"), "a web page" },
        { [0x80, 4, 0x95, 0, 0, 0], "a Python pickle" },
        { [0x89, .. "HDF\r\n"u8], "an HDF5 file" },
        { [0, 0, 0, 0x1C, .. "ftypheic"u8, 0, 0, 0, 0], "an AVIF or HEIC picture" },
        { [0, 0, 0, 0x1C, .. "ftypavif"u8, 0, 0, 0, 0], "an AVIF or HEIC picture" },
        { [0, 0, 0, 0x20, .. "ftypisom"u8, 0, 0, 0, 0], "a video" },
        { [.. "PK"u8, 3, 4, 20, 0], "a zip archive" },
        { Encoding.ASCII.GetBytes("run:\n  name: facades\n"), "text that begins with 'run:'" },
        { [0xDE, 0xAD, 0xBE, 0xEF], "the bytes DEADBEEF" },
    };

    [Theory, MemberData(nameof(Known))]
    public void What_a_file_seems_to_be_is_said(byte[] file, string words) => Assert.Contains(words, FileStart.Describe(file), StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_give_one_line_of_printable_words() => Gen.Byte.Array[0, 200].Sample(file =>
    {
        var words = FileStart.Describe(file);
        Assert.True(words.Length is > 0 and < 120 && words.All(letter => letter is >= ' ' and <= '~'), words);
    });

    [Fact]
    public void A_picture_and_a_generator_that_are_something_else_are_refused_by_what_they_are()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file.onnx");
        File.WriteAllText(path, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 5300000\n");
        Assert.Contains("Git LFS", Assert.Throws<UserException>(() => OnnxFile.Read(path)).Message, StringComparison.Ordinal);
        Assert.Contains("Git LFS", Assert.Throws<UserException>(() => GraphFingerprint.Of(path)).Message, StringComparison.Ordinal);
        Assert.Contains("Git LFS", Assert.Throws<UserException>(() => ImageFile.Load(path)).Message, StringComparison.Ordinal);
    }
}
