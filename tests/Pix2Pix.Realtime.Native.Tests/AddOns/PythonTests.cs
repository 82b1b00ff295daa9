using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>The Python sample, run by the system's Python, and what it says of a library that it can't use.</summary>
public sealed class PythonTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public PythonTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        Assert.SkipUnless(File.Exists(Python) && Tool.Try(Python, "-c", "import numpy").ExitCode == 0, "Python with numpy is not installed");
        _library = library;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_translates_a_label_map_of_another_size()
    {
        TwoLayerModel.Write(_folder.File("a.onnx"), 64, 64);
        var window = PaletteFile.Load("cmp-facade").Find("window")!.Color;
        File.WriteAllBytes(_folder.File("in.ppm"), [.. "P6\n32 32\n255\n"u8, .. Enumerable.Repeat<byte[]>([window.R, window.G, window.B], 32 * 32).SelectMany(pixel => pixel)]);
        var (code, words) = Translate(Path.Combine(_library.Folder, "libpix2pix_realtime.so"));
        Assert.True(code == 0, words);
        var answer = File.ReadAllBytes(_folder.File("out.ppm"))[^3..];
        var expected = TwoLayerModel.Translate(window);
        Assert.True(Math.Abs(answer[0] - expected.R) <= 1 && Math.Abs(answer[1] - expected.G) <= 1 && Math.Abs(answer[2] - expected.B) <= 1, $"expected {expected}, found {string.Join(',', answer)}");
    }

    [Fact]
    public void A_library_that_is_missing_damaged_or_of_another_version_is_one_sentence()
    {
        TwoLayerModel.Write(_folder.File("a.onnx"), 64, 64);
        File.WriteAllText(_folder.File("in.ppm"), "P6\n1 1\n255\nabc");
        Refused(_folder.File("none.so"), "found no file");
        File.WriteAllText(_folder.File("damaged.so"), "no library");
        Refused(_folder.File("damaged.so"), "can't be loaded");
        foreach (var (version, words) in new[] { ("0x00020003u", "found 2.3"), ("0x00010003u", "found 1.3") })
        {
            File.WriteAllText(_folder.File("other.c"), $"unsigned p2p_version(void) {{ return {version}; }}");
            Tool.Run(PublishedLibrary.Compiler!, "-shared", "-fPIC", "-o", _folder.File("other.so"), _folder.File("other.c"));
            Refused(_folder.File("other.so"), words);
        }

        void Refused(string library, string words)
        {
            var (code, said) = Translate(library);
            Assert.Equal(1, code);
            Assert.Contains(words, said, StringComparison.Ordinal);
            Assert.Single(said.Trim().Split('\n'));
        }
    }

    private (int ExitCode, string Said) Translate(string library)
    {
        var sample = ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "python", "translate.py");
        var start = new ProcessStartInfo(Python, ["-B", sample, _folder.File("a.onnx"), _folder.File("in.ppm"), _folder.File("out.ppm")]);
        start.Environment["PIX2PIX_LIBRARY"] = library;
        return Tool.Try(start);
    }
}
