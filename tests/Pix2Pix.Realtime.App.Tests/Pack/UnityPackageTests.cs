using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Pack;

/// <summary><c>pix2pix pack unity</c>, with a stand-in for the published library: the real one is tried where it is built.</summary>
public sealed partial class UnityPackageTests : IDisposable
{
    private readonly LiveRun _run = new();

    private static string Sources => ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "unity");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_package_holds_every_file_with_its_meta_and_each_identity_once()
    {
        var entries = Pack("libpix2pix_realtime.so", "libonnxruntime.so");
        Assert.All(entries.Keys, path => Assert.StartsWith("package/", path, StringComparison.Ordinal));
        Assert.Contains("package/package.json", entries.Keys);
        Assert.Contains("package/Runtime/Plugins/x86_64/libpix2pix_realtime.so", entries.Keys);
        Assert.DoesNotContain(entries.Keys, path => path.Contains(".dll", StringComparison.Ordinal));

        var guids = entries.Where(entry => entry.Key.EndsWith(".meta", StringComparison.Ordinal)).Select(entry => Guid().Match(entry.Value).Groups[1].Value).ToList();
        Assert.All(guids, guid => Assert.Equal(32, guid.Length));
        Assert.Equal(guids.Count, guids.Distinct().Count());
        foreach (var path in entries.Keys.Where(path => !path.EndsWith(".meta", StringComparison.Ordinal)))
        {
            for (var one = path; one.Contains('/', StringComparison.Ordinal) && one != "package/Samples~"; one = one[..one.LastIndexOf('/')])
            {
                Assert.Contains($"{one}.meta", entries.Keys);
                if (one.LastIndexOf('/') == "package".Length)
                {
                    break;
                }
            }
        }
    }

    [Fact]
    public void Import_settings_say_which_system_a_library_is_for()
    {
        var entries = Pack("libpix2pix_realtime.so", "libonnxruntime.so", "libpix2pix_realtime.dll", "onnxruntime.dll");
        Assert.Contains("OS: Linux", entries["package/Runtime/Plugins/x86_64/libonnxruntime.so.meta"], StringComparison.Ordinal);
        Assert.Contains("Standalone: Linux64", entries["package/Runtime/Plugins/x86_64/libonnxruntime.so.meta"], StringComparison.Ordinal);
        Assert.Contains("OS: Windows", entries["package/Runtime/Plugins/x86_64/libpix2pix_realtime.dll.meta"], StringComparison.Ordinal);
        Assert.Contains("Standalone: Win64", entries["package/Runtime/Plugins/x86_64/libpix2pix_realtime.dll.meta"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_Unity_reads_is_there_and_names_what_exists()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources, "package.json")));
        Assert.Matches(@"^\d+\.\d+\.\d+$", package.RootElement.GetProperty("version").GetString());
        foreach (var sample in package.RootElement.GetProperty("samples").EnumerateArray())
        {
            Assert.True(Directory.Exists(Path.Combine(Sources, sample.GetProperty("path").GetString()!)));
        }

        using var assembly = JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources, "Runtime", "Pix2Pix.Realtime.Unity.asmdef")));
        Assert.True(assembly.RootElement.GetProperty("allowUnsafeCode").GetBoolean());
        Assert.Contains("never opened in Unity by us", File.ReadAllText(Path.Combine(Sources, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_files_give_the_same_package()
    {
        Pack("libpix2pix_realtime.so");
        var first = File.ReadAllBytes(_run.At("p.tgz"));
        Pack("libpix2pix_realtime.so");
        Assert.Equal(first, File.ReadAllBytes(_run.At("p.tgz")));
    }

    [Fact]
    public void A_folder_without_the_library_and_another_word_are_refused()
    {
        Directory.CreateDirectory(_run.At("empty"));
        var (code, _, errors) = _run.Run("pack", "unity", "--library", _run.At("empty"), "-o", _run.At("p.tgz"));
        Assert.Equal(1, code);
        Assert.Contains("Expected the published C library in", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_run.At("p.tgz")));
        Assert.Equal(2, _run.Run("pack", "unreal").ExitCode);
        (code, _, errors) = _run.Run("pack", "native", "--system", "win-arm64");
        Assert.Equal(2, code);
        Assert.Contains("win-x64, found 'win-arm64'", errors, StringComparison.Ordinal);
    }

    /// <summary>Packs and reads the package again: each entry's text by its path.</summary>
    private Dictionary<string, string> Pack(params string[] libraries)
    {
        Directory.CreateDirectory(_run.At("library"));
        foreach (var library in libraries)
        {
            File.WriteAllText(_run.At($"library/{library}"), library);
        }

        var (code, output, errors) = _run.Run("pack", "unity", "--library", _run.At("library"), "-o", _run.At("p.tgz"));
        Assert.True(code == 0, errors);
        Assert.Equal(_run.At("p.tgz"), output.Trim());
        using var zipped = new GZipStream(File.OpenRead(_run.At("p.tgz")), CompressionMode.Decompress);
        using var archive = new TarReader(zipped);
        var entries = new Dictionary<string, string>();
        while (archive.GetNextEntry() is { } entry)
        {
            entries.Add(entry.Name, new StreamReader(entry.DataStream ?? Stream.Null).ReadToEnd());
        }

        return entries;
    }

    [GeneratedRegex(@"^guid: ([0-9a-f]{32})$", RegexOptions.Multiline)]
    private static partial Regex Guid();
}
