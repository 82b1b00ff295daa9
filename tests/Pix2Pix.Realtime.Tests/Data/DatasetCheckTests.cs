using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class DatasetCheckTests
{
    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    private static DatasetFindings Check(string folder, Direction direction = Direction.BtoA, Palette? palette = null) =>
        DatasetCheck.Run(DatasetFolder.Open(folder, PairLayout.Auto), direction, palette);

    [Fact]
    public void Drawn_facades_are_faultless_and_the_wrong_direction_is_noticed()
    {
        using var folder = new TemporaryFolder();
        SynthesizedFolder.Write(folder.File("set"), 10, 1, 64, Facade, () => { });
        var findings = Check(folder.File("set"), palette: Facade);
        Assert.Equal(10, findings.Readable);
        Assert.Equal((new PixelSize(64, 64), 10), Assert.Single(findings.Sizes));
        Assert.Empty(findings.Problems);
        Assert.Empty(findings.Remarks);
        Assert.Contains("try data.direction: BtoA", Assert.Single(Check(folder.File("set"), Direction.AtoB, Facade).Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Real_label_maps_are_recognised_though_they_are_blurred()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(SharedData.Folder("facades", "val"))[..12])
        {
            File.Copy(file, folder.File("train", Path.GetFileName(file)));
        }

        var findings = Check(folder.Path, palette: Facade);
        Assert.Equal(12, findings.Readable);
        Assert.Contains("12 label maps are JPEG", Assert.Single(findings.Remarks), StringComparison.Ordinal);
        Assert.Contains("try data.direction: BtoA", Assert.Single(Check(folder.Path, Direction.AtoB, Facade).Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Photographs_smaller_than_what_is_to_be_learned_are_counted()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("train", "large.png"), new PixelImage(128, 64));
        ImageFile.Save(folder.File("train", "small.png"), new PixelImage(128, 60));
        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        Assert.Contains(
            "1 of 2 photographs are smaller than the 64x64 pixels that the generator is to learn",
            Assert.Single(DatasetCheck.Run(found, Direction.BtoA, palette: null, side: 64).Remarks), StringComparison.Ordinal);
        Assert.Empty(DatasetCheck.Run(found, Direction.BtoA, palette: null, side: 60).Remarks);
    }

    [Fact]
    public void Label_maps_in_another_tools_colours_are_noticed()
    {
        using var folder = new TemporaryFolder();
        var picture = new PixelImage(Facade.Classes.Count, 4);
        for (var i = 0; i < picture.Width * picture.Height; i++)
        {
            var color = Facade.Variants[1][i % picture.Width];
            (picture.Rgba[i * 4], picture.Rgba[(i * 4) + 1], picture.Rgba[(i * 4) + 2], picture.Rgba[(i * 4) + 3]) = (color.R, color.G, color.B, 255);
        }

        ImageFile.Save(folder.File("train", "1.png"), picture.Beside(picture));
        Assert.Contains("the colours of another tool", Assert.Single(Check(folder.Path, palette: Facade).Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_that_are_no_label_maps_are_noticed()
    {
        var folder = SharedData.Folder("edges2shoes");
        Assert.Contains("3 of 3 inputs", Assert.Single(Check(folder, Direction.AtoB, Facade).Remarks), StringComparison.Ordinal);
        Assert.Empty(Check(folder, Direction.AtoB).Remarks);
    }

    [Fact]
    public void Everything_that_is_left_out_is_listed()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("A", "1.png"), new PixelImage(8, 8));
        ImageFile.Save(folder.File("B", "1.png"), new PixelImage(4, 8));
        ImageFile.Save(folder.File("A", "2.png"), new PixelImage(8, 8));
        File.WriteAllText(folder.File("A", "3.png"), "no picture");
        ImageFile.Save(folder.File("B", "3.png"), new PixelImage(8, 8));
        var findings = Check(folder.Path);
        Assert.Equal(1, findings.Readable);
        Assert.Equal(2, findings.Problems.Count);
        Assert.Contains("differ in size", Assert.Single(findings.Remarks), StringComparison.Ordinal);
    }
}
