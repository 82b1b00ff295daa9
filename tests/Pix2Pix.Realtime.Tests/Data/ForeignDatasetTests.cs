using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

/// <summary>Datasets as other programs lay them out.</summary>
public sealed class ForeignDatasetTests
{
    [Theory]
    [InlineData("train_A", "train_B", "val_A", "val_B")]
    [InlineData("train_img", "train_label", "val_img", "val_label")]
    [InlineData("train/A", "train/B", "val/A", "val/B")]
    [InlineData("A/train", "B/train", "A/val", "B/val")]
    [InlineData("trainA", "trainB", "valA", "valB")]
    public void Halves_lie_in_the_folders_that_others_use(string trainA, string trainB, string validationA, string validationB)
    {
        using var folder = new TemporaryFolder();
        foreach (var half in new[] { trainA, trainB, validationA, validationB })
        {
            ImageFile.Save(folder.File([.. half.Split('/'), "1.png"]), new PixelImage(4, 4));
        }

        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        Assert.Equal(PairLayout.TwoFolders, found.Layout);
        Assert.Equal((Path.Combine(folder.Path, trainA, "1.png"), Path.Combine(folder.Path, trainB, "1.png")), (found.Train.Single().A, found.Train.Single().B));
        Assert.Equal(Path.Combine(folder.Path, validationB, "1.png"), found.Validation.Single().B);
    }

    [Theory]
    [InlineData("hd", 4)]
    [InlineData("hd2", 4)]
    [InlineData("ker", 4)]
    [InlineData("nf", 4)]
    [InlineData("jf", 6)]
    public void Folders_of_other_programs_pair_as_a_whole(string name, int pairs)
    {
        var found = DatasetFolder.Open(SharedData.Folder("faults", name), PairLayout.Auto);
        Assert.Equal((PairLayout.TwoFolders, pairs, 0), (found.Layout, found.Train.Count + found.Validation.Count, found.Unpaired.Count));
    }

    [Theory]
    [InlineData("caf\u00E9", "cafe\u0301")]
    [InlineData("\u1EC7", "e\u0323\u0302")]
    [InlineData("\u30AC", "\u30AB\u3099")]
    [InlineData("\uD55C\uAD6D", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    public void Names_pair_however_their_accents_are_written(string composed, string decomposed)
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("A", $"{composed}.png"), new PixelImage(4, 4));
        ImageFile.Save(folder.File("B", $"{decomposed}.png"), new PixelImage(4, 4));
        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        Assert.Single(found.Train);
        Assert.Empty(found.Unpaired);
    }

    [Fact]
    public void What_has_no_use_is_counted_and_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var half in new[] { "train_A", "train_B", "train_inst" })
        {
            ImageFile.Save(folder.File(half, "1.png"), new PixelImage(4, 4));
        }

        File.WriteAllBytes(folder.File("train_A", "2.heic"), [1]);
        var remarks = DatasetCheck.Run(DatasetFolder.Open(folder.Path, PairLayout.Auto), Direction.BtoA, palette: null).Remarks;
        Assert.Contains(remarks, remark => remark.StartsWith("1 file was skipped", StringComparison.Ordinal) && remark.Contains("'2.heic'", StringComparison.Ordinal));
        Assert.Contains(remarks, remark => remark.Contains("train_inst", StringComparison.Ordinal));
    }

    [Fact]
    public void One_file_that_no_decoder_reads_leaves_the_rest()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++)
        {
            ImageFile.Save(folder.File("train", $"{i}.png"), new PixelImage(8, 4));
        }

        File.CreateSymbolicLink(folder.File("train", "dangling.png"), folder.File("nothing.png"));
        File.Copy(SharedData.File("faults", "null-reference.jpg"), folder.File("train", "null-reference.jpg"));
        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        var findings = DatasetCheck.Run(found, Direction.BtoA, palette: null);
        Assert.True(findings.Readable >= 3);
        Assert.Contains(findings.Problems, problem => problem.Contains("dangling.png", StringComparison.Ordinal));
        Assert.Equal(findings.Readable, PairedDataset.Verify([.. found.Train, .. found.Validation], new PairOptions(
            Direction.BtoA, Size: 4, LoadSize: 4, Flip: false, Palette: null, SnapLabels: false, SoftenProbability: 0, ColorJitter: 0)).Count);
    }

    [Fact]
    public void Unknown_pixels_of_a_map_of_ids_are_counted()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("A", "1.png"), new PixelImage(4, 4));
        ImageFile.Save(folder.File("B", "1.png"), Ids(3, 3, 255, 255));
        var remarks = DatasetCheck.Run(DatasetFolder.Open(folder.Path, PairLayout.Auto), Direction.BtoA, PaletteFile.Load("cmp-facade")).Remarks;
        Assert.Contains(remarks, remark => remark.StartsWith("2 pixels of 1 label maps are 255", StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_of_255_is_background_and_leaves_the_others_what_they_are()
    {
        var palette = PaletteFile.Load("cmp-facade");
        var reading = new LabelDecoder(palette).Read(Ids(3, 12, 4, 255));
        Assert.Equal([3, 12, 4, palette.Background.Id], reading.Map.Ids);
        Assert.Equal((0.0, 1), (reading.ForeignShare, reading.Unknown));

        // White alone is no map of ids.
        Assert.True(new LabelDecoder(palette).Read(Ids(255, 255)).ForeignShare > 0);
    }

    [Fact]
    public void Ids_of_other_programs_are_read_with_and_without_unknown_pixels()
    {
        var decoder = new LabelDecoder(PaletteFile.Load("cmp-facade"));
        var (plain, partly) = (decoder.Read(ImageFile.Load(SharedData.File("faults", "ids.png"))), decoder.Read(ImageFile.Load(SharedData.File("faults", "ids255.png"))));
        Assert.Equal(0, plain.Unknown);
        Assert.True(partly.Unknown > 0);

        // Where the class was background already, nothing differs.
        Assert.InRange(plain.Map.Ids.Zip(partly.Map.Ids).Count(pair => pair.First != pair.Second), 0, partly.Unknown);
    }

    [Fact]
    public void What_is_transparent_in_a_label_map_is_background()
    {
        var palette = PaletteFile.Load("cmp-facade");
        var decoder = new LabelDecoder(palette);
        var window = palette.Find("window")!;
        var picture = new PixelImage(2, 1, [window.Color.R, window.Color.G, window.Color.B, 255, 255, 255, 255, 0]);
        Assert.Equal([window.Id, palette.Background.Id], decoder.Read(picture).Map.Ids);
        var ground = palette.Background.Color;
        Assert.Equal([ground.R, ground.G, ground.B, 255], decoder.OnBackground(picture).Rgba[4..]);
    }

    [Fact]
    public void A_transparent_label_map_of_another_program_has_background_there()
    {
        var palette = PaletteFile.Load("cmp-facade");
        var picture = ImageFile.Load(SharedData.File("faults", "tr.png"));
        var map = new LabelDecoder(palette).Read(picture).Map;
        Assert.All(Enumerable.Range(0, map.Ids.Length).Where(pixel => picture.Rgba[(pixel * 4) + 3] == 0), pixel => Assert.Equal(palette.Background.Id, map.Ids[pixel]));
    }

    /// <summary>A row of ids, in grey.</summary>
    private static PixelImage Ids(params byte[] ids) => new(ids.Length, 1, [.. ids.SelectMany(id => new byte[] { id, id, id, 255 })]);
}
