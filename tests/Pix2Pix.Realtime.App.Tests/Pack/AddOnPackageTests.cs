using System.IO.Compression;
using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;

namespace Pix2Pix.Realtime.App.Tests.Pack;

/// <summary><c>pix2pix pack krita</c> and <c>pack blender</c>, with a stand-in for the published library: the add-ons themselves are tried in their programs.</summary>
public sealed class AddOnPackageTests : IDisposable
{
    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("krita", "pix2pix_krita.desktop")]
    [InlineData("blender", "pix2pix_blender/panel.py")]
    public void The_zip_has_all_that_the_add_on_needs_and_the_same_files_give_the_same_bytes(string host, string own)
    {
        Publish("libpix2pix_realtime.so", "libonnxruntime.so");
        var first = Pack(host, "first.zip");
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(Pack(host, "second.zip")));

        using var archive = ZipFile.OpenRead(first);
        var folder = $"pix2pix_{host}";
        string[] needed = [own, .. new[] { "__init__.py", "pix2pix_realtime.py", "classes.json", "facades.onnx", "LICENSE", "libpix2pix_realtime.so", "libonnxruntime.so" }.Select(name => $"{folder}/{name}")];
        Assert.Subset(archive.Entries.Select(entry => entry.FullName).ToHashSet(), needed.ToHashSet());
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.EndsWith(".pyc", StringComparison.Ordinal) || entry.FullName.EndsWith(".dll", StringComparison.Ordinal));
        using var classes = JsonDocument.Parse(archive.GetEntry($"{folder}/classes.json")!.Open());
        Assert.Equal(("cmp-facade", 12), (classes.RootElement.GetProperty("name").GetString(), classes.RootElement.GetProperty("classes").GetArrayLength()));
    }

    [Fact]
    public void What_cannot_be_packed_is_one_sentence_and_leaves_no_file()
    {
        Publish("libpix2pix_realtime.so");
        Directory.CreateDirectory(_run.At("empty"));
        Refused("Expected the published C library", "pack", "krita", "--library", _run.At("empty"), "-o", _run.At("a.zip"));
        Refused("Expected a generator (.onnx), found no file", "pack", "krita", "--library", _run.At("library"), "--model", _run.At("none.onnx"), "-o", _run.At("a.zip"));
        Refused("found 'gimp'", "pack", "gimp", "-o", _run.At("a.zip"));
        Assert.False(File.Exists(_run.At("a.zip")));

        void Refused(string sentence, params string[] arguments)
        {
            var (code, _, errors) = _run.Run(arguments);
            Assert.NotEqual(0, code);
            Assert.Contains(sentence, errors, StringComparison.Ordinal);
        }
    }

    private void Publish(params string[] names)
    {
        Directory.CreateDirectory(_run.At("library"));
        Array.ForEach(names, name => File.WriteAllText(Path.Combine(_run.At("library"), name), name));
    }

    private string Pack(string host, string name)
    {
        var (code, _, errors) = _run.Run("pack", host, "--library", _run.At("library"), "-o", _run.At(name));
        Assert.True(code == 0, errors);
        return _run.At(name);
    }
}
