using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Labels;

public sealed class LabelMapFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Palette _palette = PaletteFile.Load("cmp-facade");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_a_pair_the_half_with_the_palettes_colours_is_the_label_map(bool photoFirst)
    {
        var drawn = FacadeSynthesizer.Draw(3, 128, 128);
        var labels = new LabelDecoder(_palette).Encode(drawn.Labels);
        var path = Save(photoFirst ? drawn.Photo.Beside(labels) : labels.Beside(drawn.Photo));
        Assert.True(LabelMapFile.IsPair(path, _palette));
        var map = LabelMapFile.LoadHalf(path, _palette, new PixelSize(128, 128), out var foreign);
        Assert.Equal(drawn.Labels.Ids, map.Ids);
        Assert.Equal(0, foreign);
    }

    [Fact]
    public void A_label_map_of_any_shape_is_no_pair()
    {
        var labels = new LabelDecoder(_palette).Encode(FacadeSynthesizer.Draw(3, 128, 128).Labels);
        Assert.False(LabelMapFile.IsPair(Save(labels), _palette));
        Assert.False(LabelMapFile.IsPair(Save(labels.Beside(labels)), _palette));
    }

    private string Save(PixelImage image)
    {
        var path = _folder.File("picture.png");
        ImageFile.Save(path, image);
        return path;
    }
}
