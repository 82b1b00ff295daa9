using Pix2Pix.Realtime.App.Samples;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Samples;

public sealed class SampleFolderTests
{
    private static readonly Palette Facade = PaletteFile.Load("cmp-facade");

    [Fact]
    public void Drawn_houses_are_label_maps_in_exact_colours()
    {
        var samples = SampleFolder.List(SampleFolder.Drawn, Facade, 64);
        Assert.NotEmpty(samples);
        new LabelDecoder(Facade).Decode(samples[3].ReadLabels(), out var foreign);
        Assert.Equal(0, foreign);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_datasets_label_half_is_found_on_either_side(bool labelsLeft)
    {
        using var folder = new TemporaryFolder();
        var pair = FacadeSynthesizer.Draw(5, 64, 64);
        var labels = new LabelDecoder(Facade).Encode(pair.Labels);
        ImageFile.Save(folder.File("train", "1.png"), labelsLeft ? labels.Beside(pair.Photo) : pair.Photo.Beside(labels));
        var sample = Assert.Single(SampleFolder.List(folder.Path, Facade, 64).DistinctBy(found => found.Name));
        Assert.Equal(labels.Rgba, sample.ReadLabels().Rgba);
    }

    [Fact]
    public void Real_facades_are_offered_with_their_label_halves()
    {
        var samples = SampleFolder.List(SharedData.Folder("facades"), Facade, 256);
        Assert.Equal(324, samples.Count);
        new LabelDecoder(Facade).Decode(samples[0].ReadLabels(), out var foreign);
        Assert.InRange(foreign, 0, 0.35);
    }

    [Fact]
    public void Files_that_are_no_pictures_are_counted_and_named()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("1.png"), new PixelImage(8, 8));
        File.WriteAllText(folder.File("2.heic"), "no picture");
        Assert.Single(SampleFolder.List(folder.Path, Facade, 64));
        Assert.Contains("1 file was skipped", SampleFolder.PassedOver(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_sentence() =>
        Assert.Contains("/nowhere", Assert.Throws<UserException>(() => SampleFolder.List("/nowhere", Facade, 64)).Message, StringComparison.Ordinal);
}
