using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class PairSourcesTests
{
    private const int Side = 64;

    private static PairSources Open(params string[] settings) => PairSources.Open(
        ConfigFile.Parse(TrainingSettings.Table, $"data: {{ load_size: {Side}, crop_size: {Side} }}", "test", settings));

    private static (float[] Input, float[] Target) Load(IPairSource source, int index, ulong? augmentation)
    {
        var (input, target) = (new float[3 * Side * Side], new float[3 * Side * Side]);
        source.Load(index, augmentation, input, target);
        return (input, target);
    }

    [Fact]
    public void With_no_data_named_facades_are_drawn()
    {
        var sources = Open();
        Assert.Equal((Side, 3, 3), (sources.Training.Size, sources.Training.InputChannels, sources.Training.TargetChannels));
        var (input, target) = Load(sources.Training, 0, null);
        Assert.All(input.Concat(target), value => Assert.InRange(value, -1, 1));
        Assert.NotEqual(input, target);
    }

    [Fact]
    public void Drawn_facades_repeat_by_index_and_seed_and_never_run_out()
    {
        var (first, again, other) = (Open(), Open(), Open("run.seed=2"));
        Assert.Equal(Load(first.Training, 3, null).Target, Load(again.Training, 3, null).Target);
        Assert.Equal(Load(first.Training, 3, 99).Target, Load(again.Training, 3, 99).Target);
        Assert.NotEqual(Load(first.Training, 3, null).Target, Load(other.Training, 3, null).Target);
        Assert.NotEqual(Load(first.Training, 3, null).Target, Load(first.Validation, 3, null).Target);
        Assert.NotEqual(Load(first.Training, 3, 1).Target, Load(first.Training, 3, 2).Target);
    }

    [Fact]
    public void Both_directions_of_drawn_facades_hold_the_same_two_halves()
    {
        var (toPhotograph, toLabels) = (Load(Open("data.direction=BtoA").Training, 0, 5), Load(Open("data.direction=AtoB").Training, 0, 5));
        Assert.Equal(toPhotograph.Input, toLabels.Target);
        Assert.Equal(toPhotograph.Target, toLabels.Input);
    }

    [Theory]
    [InlineData(64, 0, 1)] // Every pen is at least one pixel wide.
    [InlineData(256, 0, 1)]
    [InlineData(256, 128, 2)]
    public void With_the_palette_of_drawings_a_house_is_its_outlines_in_a_thin_pen_or_a_thick_one(int side, ulong augmentation, int thickness)
    {
        string[] size = [$"data.load_size={side}", $"data.crop_size={side}"];
        var (labels, drawings) = (Open(size).Training, Open([.. size, "data.palette=edges"]).Training);
        var (map, drawing, photo, same) = (new float[3 * side * side], new float[3 * side * side], new float[3 * side * side], new float[3 * side * side]);
        labels.Load(0, augmentation, map, photo);
        drawings.Load(0, augmentation, drawing, same);
        Assert.Equal(photo, same);
        for (var y = 1; y < side - 1; y++)
        {
            for (var x = 1; x < side - 1; x++)
            {
                var isInk = Meets(x, y) || (thickness == 2 && (Meets(x - 1, y) || Meets(x, y - 1) || Meets(x - 1, y - 1)));
                Assert.Equal(isInk ? -1 : 1, drawing[(y * side) + x]);
            }
        }

        bool Meets(int x, int y) => Enumerable.Range(0, 3).Select(channel => (channel * side * side) + (y * side) + x).Any(at => map[at] != map[at + 1] || map[at] != map[at + side]);
    }

    [Fact]
    public void What_is_drawn_needs_the_facade_palette()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("other.yaml"), "{ name: other, background: 1, classes: [{ id: 1, name: sky, color: [0, 0, 1] }] }");
        foreach (var settings in (string[][])[["data.erase_probability=0.5", "data.palette="], [$"data.palette={folder.File("other.yaml")}"]])
        {
            Assert.Contains("Expected data.palette: cmp-facade", Assert.Throws<UserException>(() => Open(settings)).Message, StringComparison.Ordinal);
        }

        Assert.NotEqual(0, Open("data.palette=", "data.direction=AtoB").Training.Count);
    }

    [Fact]
    public void What_was_left_out_of_a_dataset_is_said_and_validation_never_stays_empty()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "A/1.png", "A/2.png", "A/3.png", "B/1.png", "B/2.png" })
        {
            ImageFile.Save(folder.File(name.Split('/')), new PixelImage(8, 8));
        }

        File.WriteAllText(folder.File("A", "4.png"), "no picture");
        File.WriteAllText(folder.File("B", "4.png"), "no picture");
        var sources = Open($"data.root={folder.Path}");
        Assert.Equal((2, 2), (sources.Training.Count, sources.Validation.Count));
        Assert.Equal(2, sources.Problems.Count);
        Assert.Contains(sources.Problems, problem => problem.Contains("3.png", StringComparison.Ordinal) && problem.Contains("no partner", StringComparison.Ordinal));
        Assert.Contains(sources.Problems, problem => problem.Contains("4.png", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dataset_without_training_pairs_is_one_sentence()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("val", "1.png"), new PixelImage(8, 4));
        var fault = Assert.Throws<UserException>(() => Open($"data.root={folder.Path}"));
        Assert.Contains("add a train/ folder", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_writes_nothing_into_the_datasets_folder()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("train", "1.png"), new PixelImage(8, 4));
        ImageFile.Save(folder.File("train", "2.png"), new PixelImage(8, 4));
        var before = Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories);
        Load(Open($"data.root={folder.Path}").Training, 0, 1);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Many_threads_read_the_same_pairs_as_one_does()
    {
        var source = PairSources.Open(ConfigFile.Parse(
            TrainingSettings.Table, "data: { load_size: 72, crop_size: 64 }", "test", [$"data.root={SharedData.Folder("facades")}"])).Validation;
        var alone = Enumerable.Range(0, 16).Select(index => Load(source, index, (ulong)index).Target).ToArray();
        var together = new float[16][];
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => together[index] = Load(source, index, (ulong)index).Target);
        Assert.Equal(alone, together);
    }
}
