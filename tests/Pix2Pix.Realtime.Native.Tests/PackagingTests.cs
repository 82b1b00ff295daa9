using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>The published folder as a C programmer meets it: pkg-config, CMake, the sample, and no file too many.</summary>
public sealed class PackagingTests : IDisposable
{
    private const long LargestLibrary = 6 << 20;

    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public PackagingTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _library = library;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_builds_with_CMake_and_translates_a_picture()
    {
        Tool.Require("cmake");
        TwoLayerModel.Write(_folder.File("a.onnx"), 24, 16);
        var picture = new PixelImage(24, 16);
        Array.Fill(picture.Rgba, (byte)255);
        WritePpm(_folder.File("in.ppm"), picture);

        Tool.Run("cmake", "-S", Path.Combine(_library.Folder, "sample"), "-B", _folder.File("build"));
        Tool.Run("cmake", "--build", _folder.File("build"));
        var words = Tool.Run(_folder.File("build", "translate"), _folder.File("a.onnx"), _folder.File("in.ppm"), _folder.File("out.ppm"));
        Assert.Contains("24x16, translated in", words, StringComparison.Ordinal);

        var output = File.ReadAllBytes(_folder.File("out.ppm"));
        var answer = new float[3];
        TwoLayerModel.Translate([1f, 1f, 1f], answer);
        Assert.Equal("P6\n24 16\n255\n".Length + (24 * 16 * 3), output.Length);
        Assert.InRange(output[^3] - ((answer[0] * 127.5f) + 127.5f), -1f, 1f);
    }

    [Fact]
    public void The_sample_says_what_is_wrong_with_its_arguments()
    {
        Tool.Require("cmake");
        TwoLayerModel.Write(_folder.File("a.onnx"), 24, 16);
        WritePpm(_folder.File("in.ppm"), new PixelImage(8, 8));
        Tool.Run("cmake", "-S", Path.Combine(_library.Folder, "sample"), "-B", _folder.File("build"));
        Tool.Run("cmake", "--build", _folder.File("build"));
        var (code, words) = Tool.Try(_folder.File("build", "translate"), "nowhere.onnx", _folder.File("in.ppm"), _folder.File("out.ppm"));
        Assert.Equal(1, code);
        Assert.Contains("found no file at 'nowhere.onnx'", words, StringComparison.Ordinal);
        (code, words) = Tool.Try(_folder.File("build", "translate"), _folder.File("a.onnx"), _folder.File("in.ppm"), _folder.File("out.ppm"));
        Assert.Equal(1, code);
        Assert.Contains("expected a binary PPM of 24x16", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Pkg_config_gives_flags_that_compile_and_link()
    {
        Tool.Require("pkg-config");
        TwoLayerModel.Write(_folder.File("a.onnx"), 24, 16);
        var flags = Tool.Run("pkg-config", $"--with-path={Path.Combine(_library.Folder, "pkgconfig")}", "--cflags", "--libs", "pix2pix_realtime").Trim().Split(' ');
        var source = Path.Combine(AppContext.BaseDirectory, "translate.c");
        Tool.Run(PublishedLibrary.Compiler!, ["-std=c99", "-o", _folder.File("translate"), source, .. flags]);
        Assert.StartsWith("1.4 24x16", Tool.Run(_folder.File("translate"), _folder.File("a.onnx")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_is_small_and_exports_nothing_but_what_the_header_names()
    {
        var file = Path.Combine(_library.Folder, "libpix2pix_realtime.so");
        Assert.InRange(new FileInfo(file).Length, 1, LargestLibrary);
        var header = File.ReadAllText(Path.Combine(PublishedLibrary.Include, "pix2pix_realtime.h"));
        var named = header.Split('\n').Where(line => line.StartsWith("P2P_API", StringComparison.Ordinal)).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1]).Order();
        Tool.Require("nm");
        var exported = Tool.Run("nm", "-D", "--defined-only", file).Split('\n').Select(line => line.Split(' ')[^1].Split('@')[0]).Where(name => name.StartsWith("p2p_", StringComparison.Ordinal)).Order();
        Assert.Equal(named, exported);
    }

    private static void WritePpm(string path, PixelImage picture)
    {
        var pixels = picture.Rgba.Where((_, i) => i % 4 != 3).ToArray();
        AtomicFile.WriteText(path, $"P6\n{picture.Width} {picture.Height}\n255\n");
        using var file = new FileStream(path, FileMode.Append);
        file.Write(pixels);
    }
}
