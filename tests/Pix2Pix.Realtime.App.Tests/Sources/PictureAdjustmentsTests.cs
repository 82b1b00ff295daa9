using CsCheck;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Sources;

public sealed class PictureAdjustmentsTests
{
    private static readonly Gen<PixelImage> Pictures = Gen.Byte.Array[6 * 4 * 4].Select(bytes => new PixelImage(6, 4, bytes));

    [Fact]
    public void Untouched_every_colour_stays_and_the_picture_is_opaque() => Pictures.Sample(picture =>
    {
        var into = new PixelImage(6, 4);
        new PictureAdjustments().Apply(picture, into);
        for (var i = 0; i < into.Rgba.Length; i++)
        {
            Assert.Equal(i % 4 == 3 ? byte.MaxValue : picture.Rgba[i], into.Rgba[i]);
        }
    });

    [Fact]
    public void A_mirror_before_a_mirror_is_none() => Pictures.Sample(picture =>
    {
        var (once, twice, plain) = (new PixelImage(6, 4), new PixelImage(6, 4), new PixelImage(6, 4));
        var mirror = new PictureAdjustments { IsMirrored = true };
        mirror.Apply(picture, once);
        mirror.Apply(once, twice);
        new PictureAdjustments().Apply(picture, plain);
        Assert.Equal(plain.Rgba, twice.Rgba);
        Assert.Equal(plain.Row(1)[..4].ToArray(), once.Row(1)[^4..].ToArray());
    });

    [Theory]
    [InlineData(1, 1, 255)]
    [InlineData(-1, 1, 0)]
    [InlineData(0, 0, 128)]
    [InlineData(0.2, 1, 151)]
    [InlineData(0, 2, 72)]
    public void Brightness_is_added_and_contrast_turns_around_grey(double brightness, double contrast, byte becomes)
    {
        var into = new PixelImage(6, 4);
        new PictureAdjustments { Brightness = brightness, Contrast = contrast }.Apply(Shade(100), into);
        Assert.Equal(becomes, into.Rgba[0]);
    }

    [Fact]
    public void Smoothing_goes_a_share_of_the_way_and_arrives()
    {
        var touch = new PictureAdjustments { Smoothing = 0.75 };
        var into = new PixelImage(6, 4);
        touch.Apply(Shade(0), into);
        touch.Apply(Shade(200), into);
        Assert.Equal(50, into.Rgba[0]);
        for (var i = 0; i < 60; i++)
        {
            touch.Apply(Shade(200), into);
        }

        Assert.Equal(200, into.Rgba[0]);
        touch.Reset();
        touch.Apply(Shade(10), into);
        Assert.Equal(10, into.Rgba[0]);
    }

    private static PixelImage Shade(byte shade)
    {
        var picture = new PixelImage(6, 4);
        picture.Rgba.AsSpan().Fill(shade);
        return picture;
    }
}
