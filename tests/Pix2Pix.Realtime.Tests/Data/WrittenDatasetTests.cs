using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class WrittenDatasetTests
{
    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    [Fact]
    public void The_same_seed_writes_the_same_files_and_keeps_a_tenth_for_validation()
    {
        using var folder = new TemporaryFolder();
        SynthesizedFolder.Write(folder.File("one"), 20, 7, 48, Facade, () => { });
        SynthesizedFolder.Write(folder.File("two"), 20, 7, 48, Facade, () => { });
        var files = Directory.GetFiles(folder.File("one"), "*", SearchOption.AllDirectories);
        Assert.Equal(18, files.Count(file => file.Contains("train", StringComparison.Ordinal)));
        Assert.Equal(20, files.Length);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace("one", "two", StringComparison.Ordinal))));
        Assert.Equal(20, files.Select(file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))).Distinct().Count());
    }

    [Fact]
    public void A_written_label_half_reads_back_as_it_was_drawn()
    {
        using var folder = new TemporaryFolder();
        SynthesizedFolder.Write(folder.File("set"), 1, 3, 64, Facade, () => { });
        var (photograph, labels) = DatasetFolder.Open(folder.File("set"), PairLayout.Auto).Train[0].Read();
        var drawn = FacadeSynthesizer.Draw(SeededRandom.Mix(3, 0), 64, 64);
        Assert.Equal(drawn.Photo.Rgba, photograph.Rgba);
        Assert.Equal(drawn.Labels.Ids, new LabelDecoder(Facade).Decode(labels, out _).Ids);
    }

    [Fact]
    public void A_folder_in_use_is_never_written_to()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("set", "mine.txt"), "mine");
        var fault = Assert.Throws<UserException>(() => SynthesizedFolder.Write(folder.File("set"), 1, 1, 32, Facade, () => { }));
        Assert.Contains("found files in", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(folder.File("set")))));
    }

    [Fact]
    public void Two_folders_become_side_by_side_pairs_and_the_rest_is_said()
    {
        using var folder = new TemporaryFolder();
        var (left, right) = (new PixelImage(6, 4), new PixelImage(6, 4));
        new Random(1).NextBytes(left.Rgba);
        new Random(2).NextBytes(right.Rgba);
        ImageFile.Save(folder.File("a", "train", "1.png"), left);
        ImageFile.Save(folder.File("b", "train", "1.png"), right);
        ImageFile.Save(folder.File("a", "val", "x.png"), left);
        ImageFile.Save(folder.File("b", "val", "x.png"), new PixelImage(5, 4));
        ImageFile.Save(folder.File("a", "val", "alone.png"), left);
        var (written, problems) = PairCombiner.Combine(folder.File("a"), folder.File("b"), folder.File("out"), _ => { });
        Assert.Equal(1, written);
        Assert.Equal(2, problems.Count);
        var (a, b) = new PairFiles("1", folder.File("out", "train", "1.png"), folder.File("out", "train", "1.png")).Read();
        Assert.Equal(left.Rgba, a.Rgba);
        Assert.Equal(right.Rgba, b.Rgba);
    }

    [Theory]
    [InlineData("missing", "b", "out", "found none")]
    [InlineData("a", "b", "a/out", "outside")]
    [InlineData("a", "empty", "out", "found no pair")]
    [InlineData("a", "b", "b", "found files in")]
    public void A_combination_that_cannot_be_is_refused_in_one_sentence(string a, string b, string output, string words)
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("a", "1.png"), new PixelImage(4, 4));
        ImageFile.Save(folder.File("b", "1.png"), new PixelImage(4, 4));
        Directory.CreateDirectory(folder.File("empty"));
        var fault = Assert.Throws<UserException>(() =>
            PairCombiner.Combine(Path.Combine(folder.Path, a), Path.Combine(folder.Path, b), Path.Combine(folder.Path, output), _ => { }));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }
}
